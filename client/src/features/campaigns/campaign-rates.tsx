import { Trans, useLingui } from '@lingui/react/macro';
import type { CampaignDocument } from '#shared/contracts/campaigns.ts';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { rateOf } from '#shared/domain/campaign/response-rate.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import { formatShare } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { LazyStackedBarChart } from '../../ui/charts/lazy-stacked-bar-chart.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';

type Rates = CampaignDocument['rates'];
type Group = Rates['county'][number];

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));

function Rate({
  title,
  groups,
  nameOf,
}: {
  title: string;
  groups: readonly Group[];
  nameOf: (code: string) => string;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const named = ({ code }: Group): string => (code === null ? t`Others and not known` : nameOf(code));
  const shareOf = (group: Group): string => {
    const rate = rateOf(group);
    return rate === null ? '–' : formatShare(rate / 100, language);
  };
  if (groups.every(({ code }) => code === null)) {
    return (
      <p>
        <Trans>{title}: every group is too small to be told apart from the others.</Trans>
      </p>
    );
  }
  return (
    <LazyStackedBarChart
      name={title}
      classes={[t`Not begun`, t`Has begun`, t`Finished`]}
      bars={groups.map((group) => {
        const finished = percent(group.finished, group.invited);
        const begun = percent(group.begun - group.finished, group.invited);
        return { label: named(group), shares: [100 - finished - begun, begun, finished] };
      })}
    >
      <Table
        caption={title}
        rows={groups}
        rowKey={({ code }) => code ?? ''}
        columns={[
          { key: 'group', header: t`Group`, isRowHeader: true, isRoomy: true, cell: named },
          { key: 'invited', header: t`Invited firms`, isNumeric: true, cell: ({ invited }) => invited },
          { key: 'begun', header: t`Begun or finished`, isNumeric: true, cell: ({ begun }) => begun },
          { key: 'finished', header: t`Finished`, isNumeric: true, cell: ({ finished }) => finished },
          { key: 'rate', header: t`Response rate`, isNumeric: true, cell: shareOf },
        ]}
      />
    </LazyStackedBarChart>
  );
}

type CampaignRatesProps = {
  organiser: OrganiserKind;
  rates: Rates;
  options: FirmProfileOptions;
  /** Nothing more is counted. */
  isOver: boolean;
};

/** The response rate by county, branch and size; for a region by branch alone. */
export function CampaignRates({ organiser, rates, options, isOver }: CampaignRatesProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { counties, branches, sizeClasses } = options;
  const isOfRegion = organiser === 'region';
  const nameIn = (list: readonly { code: string; name: { sv: string; en: string } }[]) => (code: string) => {
    if (code === outsideRegion) return t`Outside the three counties`;
    const name = list.find((each) => each.code === code)?.name;
    return name === undefined ? code : localise(name);
  };
  return (
    <Section
      title={<Trans>Response rate</Trans>}
      lead={
        isOfRegion ? (
          <Trans>
            Those that have finished, of the firms that are counted, by what your list says of them. Groups of fewer
            than five, and those where nearly all have begun, are counted together, so that nobody can work out which
            firms have answered. That none of a group has is told.
          </Trans>
        ) : (
          <Trans>
            Those that have finished, of the firms that a mail has reached, by what your list says of them. Groups of
            fewer than three are counted together, so that the tables can be shown to others.
          </Trans>
        )
      }
    >
      {isOfRegion && rates.branch.length === 0 && (
        <p>
          {isOver ? (
            <Trans>There is no table: fewer than five firms are counted, or nearly all have begun.</Trans>
          ) : (
            <Trans>
              There is a table from the day after at least five firms were invited on one day, as long as not nearly all
              have begun.
            </Trans>
          )}
        </p>
      )}
      {isOfRegion && rates.branch.length > 0 && (
        <Rate title={t`Response rate by branch`} groups={rates.branch} nameOf={nameIn(branches)} />
      )}
      {!isOfRegion && rates.county.length === 0 && (
        <p>
          <Trans>There are tables once three firms have been invited.</Trans>
        </p>
      )}
      {!isOfRegion && rates.county.length > 0 && (
        <>
          <Rate title={t`Response rate by county`} groups={rates.county} nameOf={nameIn(counties)} />
          <Rate title={t`Response rate by branch`} groups={rates.branch} nameOf={nameIn(branches)} />
          <Rate title={t`Response rate by size`} groups={rates.sizeClass} nameOf={nameIn(sizeClasses)} />
        </>
      )}
    </Section>
  );
}
