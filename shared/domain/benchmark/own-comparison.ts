import { roundTo } from '../achievement/rounding.ts';
import { countyOf, type FirmProfile } from '../firm/firm-profile.ts';
import type { ReleaseCell } from './cell.ts';
import { groupKey, type Place, placeOf, statedValues } from './frame.ts';
import type { ReleaseDocument, ReleaseSpec } from './release.ts';
import type { DisclosureRules } from './rules.ts';
import { scaleOf } from './scale.ts';

/** The others of a group that a firm compares itself with. `mean` is reckoned from what is shown, and about. */
export type Peers = {
  readonly firms: number;
  readonly mean: number;
  readonly lowQuartile: number | null;
  readonly median: number | null;
  readonly highQuartile: number | null;
};

/**
 * A firm beside the others of a group, from nothing but the published cell and the firm's own level: the own answer is
 * taken out of the mean where it is in it. Null where the cell is hidden, or fewer others are left than a group must have.
 * Quartiles stay as they are published: with so many firms behind them one moves them by a rank at most. (Rule D13.)
 */
export function peersOf(
  cell: Pick<ReleaseCell, 'firms' | 'mean' | 'lowQuartile' | 'median' | 'highQuartile'>,
  own: { readonly level: number; readonly isInCell: boolean },
  { fewestFirms }: Pick<DisclosureRules, 'fewestFirms'>,
): Peers | null {
  const { firms, mean, lowQuartile, median, highQuartile } = cell;
  if (firms === null || mean === null) return null;
  const others = own.isInCell ? firms - 1 : firms;
  if (others < fewestFirms) return null;
  const without = own.isInCell ? (mean * firms - own.level) / others : mean;
  return { firms: others, mean: Math.round(without * 10) / 10, lowQuartile, median, highQuartile };
}

/** The answers of the firm that a release counts, which need not be those it looks at now. */
export type OwnContribution = {
  readonly stratum: number;
  /** A bit for each measure of the release, by its place. */
  readonly measured: bigint;
  /** By dimension. */
  readonly levels: Readonly<Record<string, number>>;
};

/** A group that the firm belongs to. `peers`: for each level that is shown of it. */
export type ComparedGroup = {
  readonly key: string;
  readonly place: Place;
  readonly peers: readonly (Peers & { readonly measure: string })[];
};

type Profile = Pick<FirmProfile, 'municipality' | 'branch' | 'sizeClass'>;

/** The groups of a release that a firm belongs to, the finest first and all firms last. */
export function placesOfFirm(spec: ReleaseSpec, { municipality, branch, sizeClass }: Profile): Place[] {
  const facts: Place = {
    county: countyOf(municipality),
    branch,
    size: sizeClass,
    municipality: spec.municipalities?.[municipality] ?? '',
  };
  return spec.breakdowns
    .filter((codes) => codes.every((code) => statedValues(spec, code).includes(facts[code] ?? '')))
    .toSorted((one, other) => other.length - one.length)
    .map((codes) => Object.fromEntries(codes.map((code) => [code, facts[code] ?? ''])));
}

/** The levels that a release tells of, as a firm has them. */
export function levelsIn({ measures, names }: ReleaseSpec): string[] {
  return measures.filter((code) => scaleOf(names, code) === 'level');
}

/** The firm's groups of a release without the firm itself. `own`: null when the release does not count it. */
export function compareWithRelease(
  { spec, cells }: Pick<ReleaseDocument, 'spec' | 'cells'>,
  profile: Profile,
  own: OwnContribution | null,
): ComparedGroup[] {
  const found = new Map(cells.map((cell) => [`${cell.measure} ${cell.group}`, cell]));
  const ownPlace = own === null ? null : placeOf(spec, own.stratum);
  const levels = levelsIn(spec);
  const peersIn = (place: Place, measure: string): Peers | null => {
    const cell = found.get(`${measure} ${groupKey(place)}`);
    const isOwnGroup = ownPlace !== null && Object.entries(place).every(([code, value]) => ownPlace[code] === value);
    const bit = own === null ? 0n : (own.measured >> BigInt(spec.measures.indexOf(measure))) & 1n;
    const isInCell = isOwnGroup && bit === 1n;
    const level = own?.levels[measure];
    if (cell === undefined || (isInCell && level === undefined)) return null;
    const peers = peersOf(cell, { level: level ?? 0, isInCell }, spec.rules);
    return peers && { ...peers, firms: roundTo(peers.firms, spec.rules.roundTo) };
  };
  return placesOfFirm(spec, profile).map((place) => ({
    key: groupKey(place),
    place,
    peers: levels.flatMap((measure) => {
      const peers = peersIn(place, measure);
      return peers === null ? [] : [{ measure, ...peers }];
    }),
  }));
}

/** Peers, and the release that they are taken from. */
type TakenPeers = ComparedGroup['peers'][number] & { readonly release: number };

/** A release beside a firm. */
export type ComparedRelease = { readonly number: number; readonly groups: readonly ComparedGroup[] };

export type TakenGroup = Pick<ComparedGroup, 'key' | 'place'> & { readonly peers: readonly TakenPeers[] };

/**
 * Several releases as one comparison: each area of each group is taken from the first that shows it, so that a release of
 * one area takes nothing away from those before it. `releases`: the newest first.
 */
export function takeEachFromNewest(releases: readonly ComparedRelease[]): TakenGroup[] {
  const groups = new Map<string, { place: Place; peers: Map<string, TakenPeers> }>();
  for (const { number, groups: shown } of releases) {
    for (const { key, place, peers } of shown) {
      const group = groups.get(key) ?? { place, peers: new Map() };
      groups.set(key, group);
      for (const each of peers) {
        if (!group.peers.has(each.measure)) group.peers.set(each.measure, { ...each, release: number });
      }
    }
  }
  return [...groups]
    .map(([key, { place, peers }]) => ({ key, place, peers: [...peers.values()] }))
    .toSorted((one, other) => Object.keys(other.place).length - Object.keys(one.place).length);
}
