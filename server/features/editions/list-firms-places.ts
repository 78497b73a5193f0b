import type * as z from 'zod/mini';
import type { listFirmsPlaces as endpoint } from '#shared/contracts/placements.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeLivePlace } from '../../platform/editions/describe-live-place.ts';
import { describeWish } from '../../platform/editions/describe-wish.ts';
import { listLivePlaces } from '../../platform/editions/live-place-repository.ts';
import { describePlacement } from './describe-placement.ts';
import { findFirmLettingIn, listOfFirm, listUnanswered, listWishes, type WishingRow } from './placement-repository.ts';

type Body = z.input<(typeof endpoint.responses)[200]>;

function describeWishes(context: Context, catalogue: Catalogue, rows: readonly WishingRow[]): Body['wished'] {
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
  const { wishes, live, ...found } = await inTransaction(context.database, access, async (tx) => {
    const firm = await findFirmLettingIn(tx, place);
    if (firm === undefined) throw new DomainError('not-found');
    const placements = (await listOfFirm(tx, place)).map(describePlacement);
    const unanswered = await listUnanswered(tx, place);
    const live = await listLivePlaces(tx, { organisationId: place.organisationId, firmIds: [place.firmId] });
    return { firmName: firm.name, placements, unanswered, live, wishes: await listWishes(tx, place) };
  });
  const { catalogue } = await context.published.currentCatalogue();
  return {
    ...found,
    live: live.map((row) => describeLivePlace(catalogue, row)),
    wished: describeWishes(context, catalogue, wishes),
  };
}
