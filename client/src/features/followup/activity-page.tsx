import { Trans, useLingui } from '@lingui/react/macro';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { type LoadedActivity, sendActivityWithdrawal } from './api.ts';
import { EntryHistory } from './entry-history.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useActivityFacts } from './use-activity-facts.ts';
import { WithdrawEntry } from './withdraw-entry.tsx';

type ActivityPageProps = {
  loaded: LoadedActivity;
  hrefs: { portfolio: string; change: string };
  /** One comes from the form, which was saved. */
  isSaved: boolean;
  onWithdrawn: () => void;
};

/** One activity of the own region, with everything it has been. */
export function ActivityPage({ loaded, hrefs, isSaved, onWithdrawn }: ActivityPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const done = useDone(isSaved ? t`The activity is saved.` : undefined);
  const { document, frame, ...place } = loaded;
  const { activity, withdrawalReason, history, revision } = document;
  const factsOf = useActivityFacts(frame);
  const facts = factsOf(activity).map(({ term, detail }) => ({
    term,
    detail: detail === activity.link ? <ExternalLink href={detail}>{detail}</ExternalLink> : detail,
  }));
  return (
    <Page>
      <BackLink to={hrefs.portfolio}>
        <Trans>Industrial portfolio</Trans>
      </BackLink>
      <PageHeader title={localise(activity.name)} eyebrow={<Trans>Activity</Trans>} />
      <DoneNotice done={done} />
      <SimulatedNotice isSimulated={document.isSimulated} />
      {withdrawalReason !== null && (
        <Notice tone="warning" title={<Trans>Withdrawn</Trans>}>
          <p>{withdrawalReason}</p>
        </Notice>
      )}
      <Facts facts={facts} />
      {withdrawalReason === null && (
        <ButtonRow>
          <ButtonLink to={hrefs.change}>
            <Trans>Change</Trans>
          </ButtonLink>
          <WithdrawEntry
            title={t`Withdraw the activity?`}
            about={t`The activity counts no more, and the other regions do not see it. Your region keeps it with all its changes.`}
            onWithdraw={async (reason) => {
              await sendActivityWithdrawal(place, { revision, reason });
            }}
            onDone={onWithdrawn}
          />
        </ButtonRow>
      )}
      <EntryHistory rows={history.map(({ activity: was, ...row }) => ({ ...row, facts: factsOf(was) }))} />
    </Page>
  );
}
