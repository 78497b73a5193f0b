import { type ShownTree, shownParts } from '../achievement/count-tree.ts';
import { protectTree } from '../achievement/protect-tree.ts';
import type { Protection } from '../achievement/protection.ts';
import { protectCrossings } from './attack-crossings.ts';
import { countAsks, countPackageOutcomes, crossingsOf, type YearOfVersions } from './count-outcomes.ts';
import { countsOf, type OutcomeCell } from './outcome-cells.ts';
import { layouts, type PackageKind } from './outcome-codes.ts';
import type { Asked, Outcomes, PackageOutcomes, RuleOutcomes } from './outcomes.ts';

type Rules = Pick<Protection, 'fewestFirms' | 'roundTo'>;

export type OutcomesInput = {
  readonly cells: readonly OutcomeCell[];
  readonly years: readonly YearOfVersions[];
  /** Each with the rules that can bring it in. */
  readonly packages: readonly { readonly code: string; readonly ruleIds: readonly string[] }[];
  readonly dimensions: readonly string[];
};

const rowsOf = (tree: ShownTree, partition: string) =>
  shownParts(tree, partition).map(({ code, shown }) => ({ code, count: shown }));

const detailsOf = (tree: ShownTree) =>
  shownParts(tree, 'outcome')
    .filter((part) => shownParts(part, 'detail').length > 0)
    .map((part) => ({ outcome: part.code, rows: rowsOf(part, 'detail') }));

const periodOf = (tree: ShownTree, year: number | null): Outcomes => ({
  year,
  total: tree.shown,
  byPlace: rowsOf(tree, 'place'),
  byOutcome: rowsOf(tree, 'outcome'),
  byDetail: detailsOf(tree),
  byVersion: rowsOf(tree, 'version'),
});

function rulesOf(tree: ShownTree, ruleIds: readonly string[]): RuleOutcomes[] {
  return ruleIds.flatMap((ruleId) =>
    shownParts(tree, `rule ${ruleId}`)
      .filter(({ code }) => code === 'with')
      .map((part) => ({
        ruleId,
        total: part.shown,
        byOutcome: rowsOf(part, 'outcome'),
        byDetail: detailsOf(part),
      })),
  );
}

/** What became of each package that can be suggested, as it may be shown. */
export function describeOutcomes({ cells, years, packages }: OutcomesInput, rules: Rules): PackageOutcomes[] {
  return packages.map(({ code, ruleIds }) => {
    const protect = (kind: PackageKind): ShownTree => {
      // Requests and places come of no version and of no rule.
      const listed =
        kind === 'suggestion'
          ? { layout: layouts[kind], years, ruleIds }
          : { layout: layouts[kind], years: years.map(({ year }) => ({ year, versions: [] })), ruleIds: [] };
      const countOf = countsOf(cells, kind, code);
      return protectCrossings(
        (undivided) => countPackageOutcomes(countOf, listed, undivided),
        crossingsOf(listed),
        rules,
      );
    };
    const periods = (tree: ShownTree): Outcomes[] => [
      periodOf(tree, null),
      ...shownParts(tree, 'year').map((part) => periodOf(part, Number(part.code))),
    ];
    const suggested = protect('suggestion');
    return {
      packageCode: code,
      suggestions: periods(suggested),
      requests: periods(protect('request')),
      placements: periods(protect('placement')),
      rules: rulesOf(suggested, ruleIds),
    };
  });
}

/** What firms ask for that does not exist, by dimension, as it may be shown. */
export function describeAsks({ cells, years, dimensions }: OutcomesInput, rules: Rules): Asked[] {
  return dimensions.map((dimension) => {
    const tree = protectTree(countAsks(countsOf(cells, 'ask', dimension), years), rules);
    return { dimension, total: tree.shown, byYear: rowsOf(tree, 'year') };
  });
}
