import { findSince } from '../../platform/change/change-since.ts';
import { type ChangeSinceBody, describeSince } from '../../platform/change/describe-since.ts';
import type { ThenRow } from '../../platform/change/then-level-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { OutcomeRow } from './repository.ts';

/**
 * What has become of the firm since an earlier round, as it is told itself. `earlier` are of rounds before, the newest
 * first; `said` is what the firm says of where it was.
 */
export async function describeChange(
  context: Context,
  newest: OutcomeRow,
  earlier: readonly OutcomeRow[],
  said: readonly ThenRow[],
): Promise<ChangeSinceBody> {
  return describeSince(await findSince(context, newest, earlier, said));
}
