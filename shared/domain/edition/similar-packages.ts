import type { Package } from '../routing/package.ts';

type Offer = Pick<Package, 'code' | 'stance' | 'dimensions' | 'complements'>;

const sharesNeed = (one: Offer, other: Offer): boolean =>
  one.dimensions.some(({ code, bands }) =>
    other.dimensions.some((each) => each.code === code && each.bands.some((band) => bands.includes(band))),
  );

/**
 * The package itself and those that meet some need of it for the same kind of firm: whose groups a firm could join
 * instead. Packages that are meant beside one another are not among them.
 */
export function similarPackages<T extends Offer>(packages: readonly T[], code: string): readonly T[] {
  const own = packages.find((offer) => offer.code === code);
  if (own === undefined) return [];
  return packages.filter(
    (offer) =>
      offer.code === code ||
      (offer.stance === own.stance &&
        !own.complements.includes(offer.code) &&
        !offer.complements.includes(code) &&
        sharesNeed(own, offer)),
  );
}
