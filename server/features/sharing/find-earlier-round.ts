import { compareRounds } from '#shared/domain/followup/compare-rounds.ts';
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
    if (compareRounds(before.scoreProfile, scoreProfile, relations).dimensions.length > 0) return before;
  }
  return undefined;
}
