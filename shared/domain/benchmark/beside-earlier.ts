import type { LinearSolver } from '../linear-program/solver.ts';
import { nearPairs } from './difference.ts';
import { type Earlier, nameEarlier } from './earlier.ts';
import type { Group } from './frame.ts';
import type { NearRelease } from './release.ts';
import type { DisclosureRules } from './rules.ts';
import { ofChange, ofLevel, type SeenStanding, type Stand } from './standing.ts';
import { countTrackers } from './trackers.ts';

/** Where a release of effects counts a firm: that took part, or that others are held against. */
export type PlacedFirm = { readonly stratum: number; readonly tookPart: boolean };

/**
 * The groups that a release shows of a measure, and which firms it counts there: of levels those with its bit, of effects
 * those that it has laid beside each other, by their numbers in it.
 */
export type ShownMeasure = { readonly measure: string; readonly groups: readonly Group[] } & (
  | { readonly kind: 'levels'; readonly bit: number }
  | { readonly kind: 'effect'; readonly placed: ReadonlyMap<number, PlacedFirm> }
);

export type EarlierRelease = Earlier & { readonly shows: readonly ShownMeasure[] };

/**
 * Where the same firms stand in each release, the earlier ones in their order and then the new one: in those of levels
 * with one answer, in those of effects with two. The same number of an answer, the same answers. `insiders`: providers,
 * numbered, that have been let in to see the results of these firms.
 */
export type StandingRow = {
  readonly levels: readonly {
    readonly release: number;
    readonly stratum: number;
    readonly measured: number;
    readonly answer: number;
  }[];
  readonly changes: readonly {
    readonly release: number;
    readonly number: number;
    readonly before: number;
    readonly after: number;
  }[];
  readonly insiders: readonly number[];
  readonly firms: number;
};

/** Bits beyond the thirty-second are read by division. */
export const hasBit = (measured: number, place: number): boolean => Math.floor(measured / 2 ** place) % 2 === 1;

/** What could be looked at before, and where the firms of all of it stand; none where there is nothing. */
export type Before = { readonly earlier: readonly EarlierRelease[]; readonly standings: readonly StandingRow[] };

/** One measure of a new release beside all earlier ones that have it, of levels and of effects together. */
export function besideEarlier(
  shown: ShownMeasure,
  { earlier, standings, ...use }: Before & Pick<Compared, 'rules' | 'solver'>,
): Beside {
  const before = earlier.flatMap(({ shows, ...named }, release) =>
    shows.filter(({ measure }) => measure === shown.measure).map((each) => ({ named, release, shown: each })),
  );
  const places = [...before, { release: earlier.length, shown }];
  const byRelease = new Map(places.map((each, at) => [each.release, { at, shown: each.shown }]));
  return compareShown({
    ...use,
    before: before.map(({ named, shown: { groups } }) => ({ named, groups })),
    after: shown.groups,
    rows: standings
      .map((row) => ({ ...row, stands: standsOf(row, byRelease) }))
      .filter(({ stands }) => stands.length > 0),
  });
}

type Places = ReadonlyMap<number, { readonly at: number; readonly shown: ShownMeasure }>;

function standsOf({ levels, changes }: StandingRow, places: Places): Stand[] {
  return [
    ...levels.flatMap(({ release, stratum, measured, answer }): Stand[] => {
      const { at, shown } = places.get(release) ?? {};
      return at !== undefined && shown?.kind === 'levels' && hasBit(measured, shown.bit)
        ? [{ release: at, stratum, parts: ofLevel(answer) }]
        : [];
    }),
    ...changes.flatMap(({ release, number, ...answers }): Stand[] => {
      const { at, shown } = places.get(release) ?? {};
      const placed = shown?.kind === 'effect' ? shown.placed.get(number) : undefined;
      return at !== undefined && placed !== undefined
        ? [{ release: at, stratum: placed.stratum, parts: ofChange(answers, placed.tookPart) }]
        : [];
    }),
  ];
}

type Compared = {
  /** What each earlier release that has the measure shows of it. */
  readonly before: readonly { readonly named: Earlier; readonly groups: readonly Group[] }[];
  readonly after: readonly Group[];
  /** By the earlier releases in their order, and then this one. */
  readonly rows: readonly SeenStanding[];
  readonly rules: Pick<DisclosureRules, 'fewestDifferent' | 'fewestOutside'>;
  readonly solver: LinearSolver;
};

export type Beside = {
  readonly near: readonly NearRelease[];
  readonly trackers: number;
};

/**
 * What a release would tell of a measure beside those that could be looked at before: to everybody, and to each provider
 * that has been let in to see some of the firms. To a provider those weigh nothing, and of the others as many as in a group
 * have to be left, or none. (Handbook on Statistical Disclosure Control, chapter 4: coalition of contributors; D3 and D12.)
 */
function compareShown(compared: Compared): Beside {
  const { rows, rules } = compared;
  const toAll = compareRows(compared, rows, rules);
  // What everybody could work out is not asked once more of each provider.
  if (toAll.near.length + toAll.trackers > 0) return toAll;
  const outside = { fewestDifferent: rules.fewestOutside };
  const toEach = [...new Set(rows.flatMap(({ insiders }) => insiders))].map((insider) =>
    compareRows(
      compared,
      rows.filter(({ insiders }) => !insiders.includes(insider)),
      outside,
    ),
  );
  return {
    near: toEach.flatMap(({ near }) => near),
    trackers: Math.max(0, ...toEach.map(({ trackers }) => trackers)),
  };
}

function compareRows(
  { before, after, solver }: Compared,
  rows: readonly SeenStanding[],
  fewest: Pick<DisclosureRules, 'fewestDifferent'>,
): Beside {
  const last = { release: before.length, groups: after };
  const near = before.flatMap(({ named, groups }, release) =>
    nearPairs({ release, groups }, last, rows, fewest).map(() => nameEarlier(named)),
  );
  return { near, trackers: countTrackers([...before.map(({ groups }) => groups), after], rows, fewest, solver) };
}
