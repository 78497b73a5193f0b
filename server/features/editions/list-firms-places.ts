import type * as z from 'zod/mini';
import type { listFirmsPlaces as endpoint } from '#shared/contracts/placements.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeWish } from '../../platform/editions/describe-wish.ts';
import { describePlacement } from './describe-placement.ts';
import { findFirmLettingIn, listOfFirm, listUnanswered, listWishes, type WishingRow } from './placement-repository.ts';

type Body = z.input<(typeof endpoint.responses)[200]>;

async function describeWishes(context: Context, rows: readonly WishingRow[]): Promise<Body['wished']> {
  const { catalogue } = await context.published.currentCatalogue();
  return rows.flatMap(({ packageCode, wish }) => {
    const wished = describeWish(context, wish);
    return wished === null ? [] : [{ ...wished, packageName: nameOf(catalogue.packages, packageCode) }];
  });
}

export async function listFirmsPlaces(
  context: Context,
  access: AccessContext,
  place: { readonly organisationId: string; readonly firmId: string },
): Promise<Body> {
  const { wishes, ...found } = await inTransaction(context.database, access, async (tx) => {
    const firm = await findFirmLettingIn(tx, place);
    if (firm === undefined) throw new DomainError('not-found');
    const placements = (await listOfFirm(tx, place)).map(describePlacement);
    const unanswered = await listUnanswered(tx, place);
    return { firmName: firm.name, placements, unanswered, wishes: await listWishes(tx, place) };
  });
  return { ...found, wished: await describeWishes(context, wishes) };
}
