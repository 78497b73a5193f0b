import type { LinearSolver } from '../linear-program/solver.ts';
import { nearPairs } from './difference.ts';
import { type Earlier, nameEarlier } from './earlier.ts';
import type { Group } from './frame.ts';
import type { NearRelease } from './release.ts';
import type { DisclosureRules } from './rules.ts';
import { countTrackers, type Standing } from './trackers.ts';

/** The same standing, of firms that the same providers, numbered, have been let in to see. */
type SeenStanding = Standing & { readonly insiders: readonly number[] };

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
export function compareShown(compared: Compared): Beside {
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
  rows: readonly Standing[],
  fewest: Pick<DisclosureRules, 'fewestDifferent'>,
): Beside {
  const near = before.flatMap(({ named, groups }, at) =>
    nearPairs(
      groups,
      after,
      rows.map(({ strata, answers, firms }) => ({
        before: strata[at] ?? null,
        after: strata[before.length] ?? null,
        isSame: answers?.[at] === answers?.[before.length],
        firms,
      })),
      fewest,
    ).map(() => nameEarlier(named)),
  );
  return { near, trackers: countTrackers([...before.map(({ groups }) => groups), after], rows, fewest, solver) };
}
