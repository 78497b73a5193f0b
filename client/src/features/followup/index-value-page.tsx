import { Trans, useLingui } from '@lingui/react/macro';
import { useDone } from '../../lib/use-done.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { type LoadedIndexValue, sendIndexWithdrawal } from './api.ts';
import { EntryHistory } from './entry-history.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useIndexFacts } from './use-index-facts.ts';
import { WithdrawEntry } from './withdraw-entry.tsx';

type IndexValuePageProps = {
  loaded: LoadedIndexValue;
  hrefs: { values: string; change: string };
  /** One comes from the form, which was saved. */
  isSaved: boolean;
  onWithdrawn: () => void;
};

/** One value that the own region has entered, with everything it has been. */
export function IndexValuePage({ loaded, hrefs, isSaved, onWithdrawn }: IndexValuePageProps) {
  const { t } = useLingui();
  const done = useDone(isSaved ? t`The value is saved.` : undefined);
  const { document, dimensions, organisationId, indexValueId } = loaded;
  const { indexValue, withdrawalReason, history, revision } = document;
  const factsOf = useIndexFacts(dimensions);
  const facts = factsOf(indexValue).map(({ term, detail }) => ({
    term,
    detail: detail === indexValue.link ? <ExternalLink href={detail}>{detail}</ExternalLink> : detail,
  }));
  return (
    <Page>
      <BackLink to={hrefs.values}>
        <Trans>Values for comparison</Trans>
      </BackLink>
      <PageHeader title={indexValue.index} eyebrow={<Trans>Value for comparison</Trans>} />
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
            title={t`Withdraw the value?`}
            about={t`The value counts no more, and the other regions do not see it. Your region keeps it with all its changes.`}
            onWithdraw={async (reason) => {
              await sendIndexWithdrawal({ organisationId, indexValueId }, { revision, reason });
            }}
            onDone={onWithdrawn}
          />
        </ButtonRow>
      )}
      <EntryHistory rows={history.map(({ indexValue: was, ...row }) => ({ ...row, facts: factsOf(was) }))} />
    </Page>
  );
}
