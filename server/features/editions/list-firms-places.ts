import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describePlacement, type PlacementBody } from './describe-placement.ts';
import { findFirmLettingIn, listOfFirm } from './placement-repository.ts';

export async function listFirmsPlaces(
  context: Context,
  access: AccessContext,
  place: { readonly organisationId: string; readonly firmId: string },
): Promise<{ firmName: string | null; placements: PlacementBody[] }> {
  return inTransaction(context.database, access, async (tx) => {
    const firm = await findFirmLettingIn(tx, place);
    if (firm === undefined) throw new DomainError('not-found');
    return { firmName: firm.name, placements: (await listOfFirm(tx, place)).map(describePlacement) };
  });
}
