import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import type { Attempt } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { CarryOutDialog } from './carry-out-dialog.tsx';
import { CasePanel } from './case-panel.tsx';
import styles from './erasure.module.css';
import { isOpen } from './is-open.ts';

type CasesPageProps = {
  cases: readonly ErasureCase[];
  /** The way between the pages of those who look after the site. */
  navigation: ReactNode;
  attempt: Attempt;
};

/** What people and firms want erased: to be decided on, carried out, and what has been settled. */
export function CasesPage({ cases, navigation, attempt }: CasesPageProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const done = useDone();
  const [decidingId, setDecidingId] = useState<string>();
  const [asked, setAsked] = useState<ErasureCase | null>(null);
  const settle = async (words: string) => {
    setDecidingId(undefined);
    await revalidate();
    done.say(words);
  };
  const list = (listed: readonly ErasureCase[]) => (
    <ul className={styles.cases}>
      {listed.map((request) => (
        <li key={request.erasureRequestId}>
          <CasePanel
            request={request}
            isDeciding={decidingId === request.erasureRequestId}
            onDecide={() => setDecidingId(request.erasureRequestId)}
            onCancel={() => setDecidingId(undefined)}
            onDecided={() => settle(t`Decided. The decision is on its way by mail.`)}
            onCarryOut={() => setAsked(request)}
          />
        </li>
      ))}
    </ul>
  );
  const waiting = cases.filter(isOpen);
  const settled = cases.filter((request) => !isOpen(request));
  return (
    <Page width="results">
      {navigation}
      <PageHeader
        title={t`Erasure`}
        lead={t`Who wants what erased. You decide by what is said here; nobody sees what a firm has answered.`}
      />
      <DoneNotice done={done} />
      <Section title={<Trans>To be decided or carried out</Trans>}>
        {waiting.length === 0 ? <EmptyState title={<Trans>Nothing waits</Trans>} /> : list(waiting)}
      </Section>
      {settled.length > 0 && <Section title={<Trans>Settled</Trans>}>{list(settled)}</Section>}
      <CarryOutDialog
        request={asked}
        attempt={attempt}
        onClose={() => setAsked(null)}
        onDone={() => settle(t`Carried out.`)}
      />
    </Page>
  );
}
