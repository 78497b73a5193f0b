import { useLingui } from '@lingui/react/macro';
import type { ContactNote, Participation } from '#shared/contracts/contact-notes.ts';
import type { ContactKind } from '#shared/domain/contact/contact-note.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

type Author = Pick<ContactNote, 'authorName'> & Partial<Pick<ContactNote, 'isBySimulation'>>;

/** What contacts, and what a firm takes part in, are called. */
export function useContactWords() {
  const { t } = useLingui();
  const problemWords = useProblemWords();
  const kindOf: Record<ContactKind, string> = {
    call: t`Call`,
    visit: t`Visit`,
    meeting: t`Meeting`,
    mail: t`Mail`,
    note: t`Note`,
  };
  const stateOf: Partial<Record<string, string>> = {
    chosen: t`Asked for, not answered`,
    accepted: t`Taken up`,
    started: t`Started`,
    completed: t`Completed`,
    discontinued: t`Broken off`,
    declined: t`Turned down`,
    'handed-over': t`Passed on to another provider`,
    withdrawn: t`Withdrawn`,
    invited: t`Invited to a group`,
    placed: t`Has a place in a group`,
    waiting: t`Waits for a place in a group`,
    expired: t`Did not answer in time`,
    left: t`Has left the group`,
  };
  return {
    kind: (kind: ContactKind) => kindOf[kind],
    state: ({ status }: Pick<Participation, 'status'>) => stateOf[status] ?? status,
    author: ({ authorName, isBySimulation = false }: Author) =>
      authorName ?? (isBySimulation ? t`Simulated adviser` : t`Name missing`),
    problem: (failure: unknown): string => {
      if (failure instanceof ProblemError && failure.code === 'move-not-possible')
        return t`The note can no longer be written anew. Add a correction.`;
      return problemWords(failure);
    },
  };
}
