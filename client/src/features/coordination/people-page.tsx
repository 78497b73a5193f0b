import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import { useDone } from '../../lib/use-done.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import styles from './coordination.module.css';
import { type CoordinationHrefs, CoordinationNavigation } from './coordination-navigation.tsx';
import { FactorResetDialog, type WithProof } from './factor-reset-dialog.tsx';
import { LockDialog } from './lock-dialog.tsx';
import { PersonRow } from './person-row.tsx';

type PeoplePageProps = {
  people: readonly PersonSummary[];
  /** Nobody locks themself out. */
  ownPersonId: string;
  withProof: WithProof;
  hrefs: CoordinationHrefs;
};

/** Those who work in an organisation, and the ways to shut one of them out at once or let one in again. */
export function PeoplePage({ people, ownPersonId, withProof, hrefs }: PeoplePageProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const done = useDone();
  const [locked, setLocked] = useState<PersonSummary | null>(null);
  const [reset, setReset] = useState<PersonSummary | null>(null);
  const tell = async (words: string) => {
    await revalidate();
    done.say(words);
  };
  return (
    <Page width="results">
      <CoordinationNavigation hrefs={hrefs} />
      <PageHeader
        title={t`Staff`}
        lead={t`Those who work in an organisation. Roles are given and taken in the organisation. Here an account is locked when it must stop at once, and the sign-in is reset for somebody who has lost the second step.`}
      />
      <DoneNotice done={done} />
      {people.length === 0 ? (
        <EmptyState title={<Trans>Nobody works in an organisation yet</Trans>} />
      ) : (
        <div className={styles.people}>
          <RowList>
            {people.map((person) => (
              <PersonRow
                key={person.personId}
                person={person}
                isYou={person.personId === ownPersonId}
                onLock={() => setLocked(person)}
                onReset={() => setReset(person)}
              />
            ))}
          </RowList>
        </div>
      )}
      <LockDialog person={locked} onClose={() => setLocked(null)} onDone={tell} />
      <FactorResetDialog person={reset} withProof={withProof} onClose={() => setReset(null)} onDone={tell} />
    </Page>
  );
}
