import type { StandingRow } from '#shared/domain/benchmark/beside-earlier.ts';
import type { Earlier } from '#shared/domain/benchmark/earlier.ts';
import { type Group, groupsOf } from '#shared/domain/benchmark/frame.ts';
import { makeRelease, shownLevels } from '#shared/domain/benchmark/make-release.ts';
import type { ReleaseDocument, ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';
import type { LinearSolver } from '#shared/domain/linear-program/solver.ts';

export const worldRules: DisclosureRules = {
  version: 'worked',
  fewestFirms: 10,
  fewestOutside: 3,
  fewestInClass: 3,
  onEitherSide: 10,
  leastDoubtPercent: 25,
  roundTo: 5,
  fewestDifferent: 10,
  costs: [100, 10, 1],
};

/** The answer of a firm: in which county, on which day, and which providers can see it. */
export type WorldAnswer = { readonly county: number; readonly day: number; readonly insiders?: readonly number[] };

const counties = ['1', '2', '3'];
const spec: ReleaseSpec = {
  name: { sv: 'Prov', en: 'Trial' },
  from: '2026-01-01',
  until: '2026-07-01',
  population: 'all',
  isSimulated: false,
  measures: ['firms'],
  units: {},
  attributes: [{ code: 'county', values: counties }],
  breakdowns: [[], ['county']],
  names: { measures: {}, headings: {}, attributes: {} },
  rules: worldRules,
};
export const worldGroups: readonly Group[] = groupsOf(spec);

/** Which answers a release counts: those of days from one on and before another. */
export type Counted = { readonly from: number; readonly until: number };
const isCounted = ({ day }: WorldAnswer, { from, until }: Counted): boolean => day >= from && day < until;

export type WorldRelease = Counted & Earlier & { readonly document: ReleaseDocument };

/** Builds a release of a county for each firm, beside those that could be looked at before. */
export function buildInWorld(
  answers: readonly WorldAnswer[],
  counted: Counted,
  { earlier, solver }: { readonly earlier: readonly WorldRelease[]; readonly solver: LinearSolver },
) {
  const own = answers.filter((answer) => isCounted(answer, counted));
  const tallies = counties.map((_, stratum) => ({
    measure: 'firms',
    stratum,
    values: [0],
    firms: [own.filter(({ county }) => county === stratum).length],
  }));
  const standings = answers.map((answer): StandingRow => {
    const levels = [...earlier, counted].flatMap((period, release) =>
      isCounted(answer, period) ? [{ release, stratum: answer.county, measured: 1, answer: 0 }] : [],
    );
    return { levels, changes: [], insiders: answer.insiders ?? [], firms: 1 };
  });
  const seen = own.flatMap(({ county, insiders = [] }) => insiders.map((insider) => ({ county, insider })));
  const insiders = seen.map(({ county, insider }) => ({ insider, stratum: county, measured: 1, firms: 1 }));
  const before = earlier.map(({ document, ...named }) => ({ ...named, shows: shownLevels(document) }));
  return makeRelease({ spec, tallies, insiders, earlier: before, standings }, solver, () => undefined);
}

/** The answers behind each group that a release shows. */
export function shownSets(
  answers: readonly WorldAnswer[],
  counted: Counted,
  { cells }: ReleaseDocument,
): { readonly group: string; readonly members: ReadonlySet<number> }[] {
  return worldGroups
    .filter(({ key }) => cells.some((cell) => cell.group === key && cell.firms !== null))
    .map(({ key, strata }) => ({
      group: key,
      members: new Set(
        answers.flatMap((answer, at) => (isCounted(answer, counted) && strata.includes(answer.county) ? [at] : [])),
      ),
    }));
}
