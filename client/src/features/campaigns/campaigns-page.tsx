import { Trans, useLingui } from '@lingui/react/macro';
import type { CampaignSummary } from '#shared/contracts/campaigns.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { rateOf } from '#shared/domain/campaign/response-rate.ts';
import { formatDay, formatShare } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { stateTones, useCampaignWords } from './use-campaign-words.ts';

export type CampaignsHrefs = { newCampaign: string; campaign: (campaignId: string) => string };

type CampaignsPageProps = {
  organiser: OrganiserKind;
  campaigns: readonly CampaignSummary[];
  /** How many there are. */
  count: number;
  hrefs: CampaignsHrefs;
};

/** Calls of an organisation: many firms are invited to one form, and reminded until they have answered. */
export function CampaignsPage({ organiser, campaigns, count, hrefs }: CampaignsPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useCampaignWords();
  const shown = campaigns.length;
  const make = (
    <ButtonLink to={hrefs.newCampaign}>
      <Trans>Make a campaign</Trans>
    </ButtonLink>
  );
  const shareOf = (campaign: CampaignSummary): string => {
    const rate = rateOf(campaign);
    return rate === null ? '–' : formatShare(rate / 100, language);
  };
  return (
    <Page width="results">
      <PageHeader
        title={t`Campaigns`}
        lead={
          organiser === 'region'
            ? t`Invite many firms to the same form, with a last day and reminders, and see how many have answered. You see how many, never which firms, and never what they answer.`
            : t`Invite many firms to the same form, with a last day and reminders, and see how many have answered. You see how far each has come, never what it answers.`
        }
      />
      {campaigns.length === 0 ? (
        <EmptyState title={<Trans>There is no campaign yet</Trans>} action={make}>
          <p>
            <Trans>Nobody is written to before you open it.</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <ButtonRow>{make}</ButtonRow>
          <Table
            caption={t`Campaigns, the newest first`}
            rows={campaigns}
            rowKey={({ campaignId }) => campaignId}
            columns={[
              {
                key: 'name',
                header: t`Campaign`,
                isRowHeader: true,
                isRoomy: true,
                cell: ({ campaignId, name, isSimulated }) => (
                  <>
                    <Link to={hrefs.campaign(campaignId)}>{localise(name)}</Link>{' '}
                    <SimulatedTag isSimulated={isSimulated} />
                  </>
                ),
              },
              {
                key: 'state',
                header: t`State`,
                cell: ({ state }) => <Tag tone={stateTones[state]}>{words.state(state)}</Tag>,
              },
              {
                key: 'until',
                header: t`Last day`,
                isRoomy: true,
                cell: ({ closesOn }) => formatDay(closesOn, language),
              },
              {
                key: 'firms',
                header: t`Firms`,
                isNumeric: true,
                cell: ({ firms }) => firms,
              },
              { key: 'finished', header: t`Finished`, isNumeric: true, cell: ({ finished }) => finished ?? '–' },
              { key: 'rate', header: t`Response rate`, isNumeric: true, cell: shareOf },
            ]}
          />
          <p>
            <Trans>
              The response rate is how many have finished, of the firms that are counted as invited. A line stands where
              nothing can be told yet.
            </Trans>
          </p>
          {count > shown && (
            <p>
              <Trans>
                The newest {shown} of {count} are shown.
              </Trans>
            </p>
          )}
        </>
      )}
    </Page>
  );
}
