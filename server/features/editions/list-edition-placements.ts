import type * as z from 'zod/mini';
import type { listEditionPlacements as endpoint } from '#shared/contracts/placements.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { describeLivePlace } from '../../platform/editions/describe-live-place.ts';
import { listLivePlaces } from '../../platform/editions/live-place-repository.ts';
import { type EditionAt, getOwnEdition } from './access.ts';
import { describePlacement } from './describe-placement.ts';
import { listInEdition } from './placement-repository.ts';

type Body = z.input<(typeof endpoint.responses)[200]>;

/** By name only: that a firm lets the provider in, and where the provider has placed it, is the provider's own work. */
export async function listEditionPlacements(context: Context, access: AccessContext, place: EditionAt): Promise<Body> {
  const { rows, live } = await inTransaction(context.database, access, async (tx) => {
    await getOwnEdition(tx, place);
    const found = await listInEdition(tx, place.editionId);
    const firmIds = found.map(({ firmId }) => firmId);
    return { rows: found, live: await listLivePlaces(tx, { organisationId: place.organisationId, firmIds }) };
  });
  const { catalogue } = await context.published.currentCatalogue();
  return { placements: rows.map(describePlacement), live: live.map((row) => describeLivePlace(catalogue, row)) };
}
