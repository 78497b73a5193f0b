import type * as z from 'zod/mini';
import type { getSharedFirm } from '#shared/contracts/advising.ts';
import { compareRounds } from '#shared/domain/followup/compare-rounds.ts';
import type { Context } from '../../platform/context.ts';
import type { OutcomeRow } from './repository.ts';

type ChangeBody = NonNullable<z.input<(typeof getSharedFirm.responses)[200]>['change']>;

/**
 * What has become of the firm since the newest of the earlier outcomes that anything can be compared with. `earlier`
 * are of rounds before, the newest first.
 */
export async function describeChange(
  context: Context,
  newest: OutcomeRow,
  earlier: readonly OutcomeRow[],
): Promise<ChangeBody> {
  let itemsLeftOut = 0;
  for (const before of earlier) {
    const [from, to] = [before.instrumentVersionId, newest.instrumentVersionId];
    const relations = from === to ? undefined : await context.published.itemMapBetween(from, to);
    const compared = compareRounds(before.scoreProfile, newest.scoreProfile, relations);
    const { dimensions } = compared;
    if (dimensions.length > 0) {
      const since = before.submittedAt.toISOString();
      return { ...compared, status: 'compared', since, dimensions: [...dimensions] };
    }
    itemsLeftOut = Math.max(itemsLeftOut, compared.itemsLeftOut);
  }
  const status = earlier.length === 0 ? 'one-round' : 'nothing-comparable';
  return { status, since: null, dimensions: [], itemsLeftOut };
}
