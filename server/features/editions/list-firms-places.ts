import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describePlacement, type PlacementBody } from './describe-placement.ts';
import { findFirmLettingIn, listOfFirm, listUnanswered } from './placement-repository.ts';

export async function listFirmsPlaces(
  context: Context,
  access: AccessContext,
  place: { readonly organisationId: string; readonly firmId: string },
): Promise<{ firmName: string | null; placements: PlacementBody[]; unanswered: string[] }> {
  return inTransaction(context.database, access, async (tx) => {
    const firm = await findFirmLettingIn(tx, place);
    if (firm === undefined) throw new DomainError('not-found');
    const placements = (await listOfFirm(tx, place)).map(describePlacement);
    return { firmName: firm.name, placements, unanswered: await listUnanswered(tx, place) };
  });
}
