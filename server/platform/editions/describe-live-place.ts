import type * as z from 'zod/mini';
import type { livePlaceSchema } from '#shared/contracts/live-place.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { LivePlaceRow } from './live-place-repository.ts';

export type LivePlaceBody = z.input<typeof livePlaceSchema>;

/** Named by the catalogue in use. */
export function describeLivePlace(
  { packages }: Catalogue,
  { packageCode, startsOn, endsOn, ...row }: LivePlaceRow,
): LivePlaceBody {
  return { ...row, packageName: nameOf(packages, packageCode), period: { from: startsOn, to: endsOn } };
}
