import type * as z from 'zod/mini';
import type { editionSchema, listPackageEditions } from '#shared/contracts/editions.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { isCodeOffered } from '#shared/domain/routing/is-offered.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { EditionRow, ListedEdition } from './edition-repository.ts';

export type EditionBody = z.input<typeof editionSchema>;
export type EditionFactsBody = Omit<
  z.input<(typeof listPackageEditions.responses)[200]>['editions'][number],
  'providerCode' | 'place' | 'placesLeft' | 'canBeJoined' | 'standing'
>;

/** The exact place where it is given, and else the seat of the municipality. */
function positionOf(context: Context, { municipality, latitude, longitude }: EditionRow): EditionFactsBody['position'] {
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  const seat = context.bundle.municipalities.find(({ code }) => code === municipality);
  return seat === undefined ? null : { latitude: seat.latitude, longitude: seat.longitude };
}

/** Named by the catalogue that it was made from. */
export async function describeFacts(context: Context, row: EditionRow): Promise<EditionFactsBody> {
  const version = await context.published.findCatalogue(row.catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  const { editionId, organisationName, packageCode, name, status, delivery, municipality, venue } = row;
  const { applyBy, startsOn, endsOn, places, minimumGroup, language, isSimulated, days } = row;
  return {
    editionId,
    organisationName,
    packageCode,
    packageName: nameOf(version.catalogue.packages, packageCode),
    name,
    status,
    delivery,
    municipality,
    venue,
    position: positionOf(context, row),
    applyBy,
    startsOn,
    endsOn,
    places,
    minimumGroup,
    language,
    isSimulated,
    days,
  };
}

/** `catalogue`: the one in use. */
export async function describeEdition(
  context: Context,
  row: ListedEdition,
  catalogue: Catalogue,
): Promise<EditionBody> {
  const { organisationId, invited, placed, waiting, isOwn, revision } = row;
  return {
    ...(await describeFacts(context, row)),
    organisationId,
    invited,
    placed,
    waiting,
    isOwn,
    hasExactPosition: row.latitude !== null,
    isPackageOffered: isCodeOffered(catalogue.packages, row.packageCode),
    revision,
  };
}
