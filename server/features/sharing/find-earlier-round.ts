import { judgeChange } from '#shared/domain/change/judge-change.ts';
import type { Context } from '../../platform/context.ts';
import type { EarlierRow, SubmittedRow } from './repository.ts';

/** The newest of the rounds before with which anything can be compared. */
export async function findEarlierRound(
  context: Context,
  { instrumentVersionId: to, scoreProfile }: SubmittedRow,
  earlier: readonly EarlierRow[],
): Promise<EarlierRow | undefined> {
  for (const before of earlier) {
    const from = before.instrumentVersionId;
    const relations = from === to ? undefined : await context.published.itemMapBetween(from, to);
    const rounds = { earlier: before.scoreProfile, later: scoreProfile, relations, thenLevels: {} };
    if (judgeChange(rounds, context.bundle.change).some(({ change }) => change !== null)) return before;
  }
  return undefined;
}
