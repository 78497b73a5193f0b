import { alone, type Possible } from './attack.ts';
import { inNoGroup, type Listed, otherPackage } from './count-achievement.ts';
import { type ShownTree, shownParts } from './count-tree.ts';
import { type Arc, flowBounds } from './flow-bounds.ts';
import { isSafe } from './protect-tree.ts';
import type { Protection } from './protection.ts';
import { acceptedState, type CountedRequest, firstOutcome } from './requests.ts';

type Rules = Pick<Protection, 'fewestFirms' | 'roundTo'>;
/** `kind`: of what must stay hidden; null where nothing is said of it. */
type Route = Arc & { readonly kind: 'attribute' | 'time' | null };
type Given = {
  readonly completed: ShownTree;
  /** What is known of how many there are in all. */
  readonly possible: Possible;
  readonly rows: readonly CountedRequest[];
  readonly listed: Listed;
  readonly rules: Rules;
};

/** The bounds always hold what is true: a count may be larger than the number of firms for which it is hidden. */
function route(way: Pick<Arc, 'from' | 'to' | 'count'>, known: Pick<Arc, 'lowest' | 'highest'>): Route {
  const { lowest, highest } = known;
  return { ...way, lowest: Math.min(lowest, way.count), highest: Math.max(highest, way.count), kind: null };
}

const anything = { lowest: 0, highest: Number.POSITIVE_INFINITY };

function shownRoutes(
  parts: ReturnType<typeof shownParts>,
  kind: 'attribute' | 'time',
  rules: Rules,
  wayOf: (code: string) => Pick<Arc, 'from' | 'to' | 'count'>,
): Route[] {
  const isPartlyShown = parts.some(({ shown }) => shown !== null);
  return parts.map(({ code, shown }) => ({
    ...route(wayOf(code), alone(shown, isPartlyShown, rules)),
    kind: shown === null ? kind : null,
  }));
}

/** Only where a group can be shown: what is left outside of them would say nothing. */
export function showsGroups(part: ShownTree): boolean {
  return shownParts(part, 'group').some(({ code, shown }) => code !== inNoGroup && shown !== null);
}

/** From a package to years, by way of its groups where they are shown. */
function listPackageRoutes({ completed, rows, listed, rules }: Given, code: string): Route[] {
  const { years, packages, editions } = listed;
  const isOf = ({ packageCode }: CountedRequest) =>
    code === otherPackage ? !packages.includes(packageCode) : packageCode === code;
  const own = rows.filter(isOf);
  const tree = shownParts(completed, 'package').find((part) => part.code === code);
  const toYears = (from: string, found: readonly CountedRequest[], allowed: readonly number[]): Route[] =>
    allowed.map((year) =>
      route({ from, to: `year ${year}`, count: found.filter((row) => row.statusYear === year).length }, anything),
    );
  if (tree === undefined || !showsGroups(tree)) return toYears(`package ${code}`, own, years);
  const groups = shownParts(tree, 'group');
  const known = groups.map((group) => group.code);
  const inGroup = (group: string) =>
    own.filter(({ edition }) =>
      group === inNoGroup ? edition === null || !known.includes(edition) : edition === group,
    );
  const placeOf = (group: string) => `group ${code} ${group}`;
  // Whoever reads when a group ended takes its firms to have completed the package in that year.
  const yearsOf = (group: string) => {
    const end = editions.find(({ edition }) => edition === group)?.endYear;
    return group === inNoGroup
      ? years
      : years.filter((year) => year === end || inGroup(group).some(({ statusYear }) => statusYear === year));
  };
  return [
    ...shownRoutes(groups, 'time', rules, (group) => ({
      from: `package ${code}`,
      to: placeOf(group),
      count: inGroup(group).length,
    })),
    ...known.flatMap((group) => toYears(placeOf(group), inGroup(group), yearsOf(group))),
  ];
}

function listRoutes(given: Given): Route[] {
  const { completed, possible, rows, listed, rules } = given;
  const codeOf = ({ packageCode }: CountedRequest) =>
    listed.packages.includes(packageCode) ? packageCode : otherPackage;
  return [
    route({ from: 'end', to: 'start', count: rows.length }, possible),
    ...shownRoutes(shownParts(completed, 'package'), 'attribute', rules, (code) => ({
      from: 'start',
      to: `package ${code}`,
      count: rows.filter((row) => codeOf(row) === code).length,
    })),
    ...[...listed.packages, otherPackage].flatMap((code) => listPackageRoutes(given, code)),
    ...shownRoutes(shownParts(completed, 'year'), 'time', rules, (code) => ({
      from: `year ${code}`,
      to: 'end',
      count: rows.filter(({ statusYear }) => String(statusYear) === code).length,
    })),
  ];
}

/**
 * Whether groups and years together tell something that must stay hidden. Groups end in years, so the two are no tree:
 * what was completed flows from packages through groups to years, and what is shown bounds each of these. All that can
 * be found out by adding and subtracting is how much could flow where.
 */
export function isToldByGroups(requests: readonly CountedRequest[], known: Omit<Given, 'rows'>): boolean {
  const rows = requests.filter((row) => firstOutcome(row) === 'accepted' && acceptedState(row.status) === 'completed');
  const routes = listRoutes({ ...known, rows });
  return routes.some(({ kind }, place) => kind !== null && !isSafe(flowBounds(routes, place), kind, known.rules));
}
