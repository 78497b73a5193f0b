import { Trans } from '@lingui/react/macro';
import type { Lock } from '#shared/domain/cohort/problem.ts';
import { Tag } from '../../ui/tag/tag.tsx';
import type { PlanView, ShownEdition } from './plan-view.ts';
import type { PlanWords } from './use-plan-words.ts';

type LockTagProps = { lock: Lock | undefined; edition: ShownEdition; view: PlanView; words: PlanWords };

/** What was decided about a firm of this group: that it stays, or where it is to go when the plan is solved again. */
export function LockTag({ lock, edition, view, words }: LockTagProps) {
  if (lock === undefined) return null;
  const isHere = 'editionId' in lock && lock.editionId === edition.editionId;
  const goal = lock.kind === 'in' && !isHere ? view.edition(lock.editionId) : undefined;
  const leaves = lock.kind === 'nowhere' || (lock.kind === 'out' && isHere);
  return (
    <Tag tone={goal === undefined && !leaves ? 'accent' : 'warning'}>
      {goal !== undefined ? (
        <Trans>
          To go to {words.edition(goal.words)}, {words.when(goal)}
        </Trans>
      ) : leaves ? (
        <Trans>To be taken out</Trans>
      ) : (
        <Trans>Locked</Trans>
      )}
    </Tag>
  );
}
