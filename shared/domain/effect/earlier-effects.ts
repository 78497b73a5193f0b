import { type Earlier, nameEarlier } from '../benchmark/earlier.ts';
import { type Group, groupKey, type Place } from '../benchmark/frame.ts';
import type { NearRelease } from '../benchmark/release.ts';
import { countTrackers, type Standing } from '../benchmark/trackers.ts';
import type { LinearSolver } from '../linear-program/solver.ts';
import {
  type EffectFrame,
  effectFrame,
  isInGroup,
  packagesAbout,
  placesAbout,
  type SupportPackage,
  takenKey,
} from './effect-groups.ts';
import type { EffectDocument, EffectSpec } from './effect-release.ts';

/**
 * A firm of an earlier release. `number`: as it is called in the new one, or one that nobody has there. `isSame`: the new
 * release rests on the same two answers of it.
 */
export type EarlierFirm = { readonly number: number; readonly isSame: boolean };

export type EarlierPair = {
  readonly measure: string;
  readonly treated: EarlierFirm;
  readonly control: EarlierFirm;
  readonly packages: readonly string[];
};

export type EarlierEffect = Earlier & {
  readonly document: EffectDocument;
  readonly pairs: readonly EarlierPair[];
};

type Contribution = { readonly treated: number; readonly control: number; readonly packages: readonly string[] };

type Part = {
  readonly measure: string;
  readonly shown: readonly Group[];
  readonly contributions: readonly Contribution[];
};

/** Whether a firm stands in a group as having taken part; false: as beside one that did. */
type Role = { readonly tookPart: boolean; readonly isSame: boolean };
type Roles = ReadonlyMap<number, Role>;

const isIn = (place: Place, taken: readonly string[], packages: readonly SupportPackage[], measure: string): boolean =>
  isInGroup(place, taken, packagesAbout(packages, measure));

/** Firms that are in one only, that stand otherwise in the other, or whose answers are others now: each counts once. */
function countDifferent(before: Roles, after: Roles): number {
  const firms = new Set([...before.keys(), ...after.keys()]);
  return [...firms].filter((firm) => {
    const [was, is] = [before.get(firm), after.get(firm)];
    return was === undefined || is === undefined || !was.isSame || was.tookPart !== is.tookPart;
  }).length;
}

/**
 * Shown groups of an earlier release that nearly the same firms are in as in one of the new, so that laying one beside
 * the other would tell of the few that make the difference. Which firms are beside each other does not matter: the mean
 * is a sum over firms.
 */
export function nearEarlier(
  { measure, shown, contributions }: Part,
  spec: EffectSpec,
  earlier: readonly EarlierEffect[],
): NearRelease[] {
  const later = shown.map(({ key, place }) => ({
    key,
    roles: rolesOf(
      contributions
        .filter(({ packages }) => isIn(place, packages, spec.packages, measure))
        .map(({ treated, control }) => ({ treated: same(treated), control: same(control) })),
    ),
  }));
  return earlier.flatMap(({ document, pairs, ...named }) => {
    const wasShown = new Set(
      document.cells.filter((cell) => cell.measure === measure && cell.estimate !== null).map(({ group }) => group),
    );
    const { packages } = document.spec;
    const places = placesAbout(packagesAbout(packages, measure)).filter((place) => wasShown.has(groupKey(place)));
    return places.flatMap((place) => {
      const own = pairs.filter((pair) => pair.measure === measure && isIn(place, pair.packages, packages, measure));
      const roles = rolesOf(own);
      return later.flatMap((group) => {
        const different = countDifferent(roles, group.roles);
        return different > 0 && different < spec.rules.fewestDifferent ? [nameEarlier(named)] : [];
      });
    });
  });
}

/**
 * How many sets of firms can be tracked by what all releases of effects show together, as `countTrackers` has it. Firms
 * that took part and those beside them are added and subtracted alike; one that stands otherwise, or with other answers,
 * is another.
 */
export function trackersBeside(
  { measure, shown, contributions }: Part,
  {
    spec,
    earlier,
    solver,
  }: { readonly spec: EffectSpec; readonly earlier: readonly EarlierEffect[]; readonly solver: LinearSolver },
): number {
  const before = earlier.map(({ order, document, pairs }) => {
    const wasShown = new Set(
      document.cells.filter((cell) => cell.measure === measure && cell.estimate !== null).map(({ group }) => group),
    );
    const own = pairs.filter((pair) => pair.measure === measure);
    const { frame, strataOf } = placedIn(document.spec.packages, measure, own);
    return { order, groups: frame.groups.filter(({ key }) => wasShown.has(key)), pairs: own, strataOf };
  });
  const now = placedIn(spec.packages, measure, contributions);
  const keys = new Set(shown.map(({ key }) => key));
  const standings = new Map<string, (number | null)[]>();
  const stand = (key: string, release: number, stratum: number): void => {
    const strata = standings.get(key) ?? Array.from({ length: before.length + 1 }, () => null);
    strata[release] = stratum;
    standings.set(key, strata);
  };
  for (const [release, { order, pairs, strataOf }] of before.entries())
    for (const pair of pairs)
      for (const role of ['treated', 'control'] as const) {
        const firm = pair[role];
        stand(`${role} ${firm.number}${firm.isSame ? '' : ` of ${order}`}`, release, strataOf(pair.packages));
      }
  for (const pair of contributions)
    for (const role of ['treated', 'control'] as const)
      stand(`${role} ${pair[role]}`, before.length, now.strataOf(pair.packages));
  return countTrackers(
    [...before.map(({ groups }) => groups), now.frame.groups.filter(({ key }) => keys.has(key))],
    [...standings.values()].map((strata): Standing => ({ strata, firms: 1 })),
    spec.rules,
    solver,
  );
}

function placedIn(
  packages: readonly SupportPackage[],
  measure: string,
  pairs: readonly Pick<EarlierPair, 'packages'>[],
): { readonly frame: EffectFrame; readonly strataOf: (taken: readonly string[]) => number } {
  const about = packagesAbout(packages, measure);
  const codes = new Set(about.map(({ code }) => code));
  const takenOf = (taken: readonly string[]) => taken.filter((code) => codes.has(code));
  const frame = effectFrame(
    about,
    pairs.map((pair) => takenOf(pair.packages)),
  );
  return { frame, strataOf: (taken) => frame.strata.indexOf(takenKey(takenOf(taken))) };
}

const same = (number: number): EarlierFirm => ({ number, isSame: true });

function rolesOf(pairs: readonly Pick<EarlierPair, 'treated' | 'control'>[]): Roles {
  return new Map(
    pairs.flatMap(({ treated, control }): [number, Role][] => [
      [treated.number, { tookPart: true, isSame: treated.isSame }],
      [control.number, { tookPart: false, isSame: control.isSame }],
    ]),
  );
}
