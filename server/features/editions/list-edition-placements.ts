import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type EditionAt, getOwnEdition } from './access.ts';
import { describePlacement, type PlacementBody } from './describe-placement.ts';
import { listInEdition } from './placement-repository.ts';

/** By name only: that a firm lets the provider in, and where the provider has placed it, is the provider's own work. */
export async function listEditionPlacements(
  context: Context,
  access: AccessContext,
  place: EditionAt,
): Promise<PlacementBody[]> {
  const rows = await inTransaction(context.database, access, async (tx) => {
    await getOwnEdition(tx, place);
    return listInEdition(tx, place.editionId);
  });
  return rows.map(describePlacement);
}
