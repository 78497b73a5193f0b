import { expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { attributesFor, kindsOfMunicipalities, releaseAttributes } from '#shared/domain/benchmark/choices.ts';
import { type Frame, groupsOf, unstated, unstatedGroupsOf } from '#shared/domain/benchmark/frame.ts';
import { makeRelease, type TallyRow } from '#shared/domain/benchmark/make-release.ts';
import type { Material, Tally } from '#shared/domain/benchmark/material.ts';
import { classOf, levelMeasure, percentMeasure, yesNoMeasure } from '#shared/domain/benchmark/measure.ts';
import {
  choiceUnitsOf,
  kindOfMeasure,
  listMeasureCodes,
  measureOf,
  readMeasureCode,
} from '#shared/domain/benchmark/measure-code.ts';
import { audit, protect } from '#shared/domain/benchmark/protect.ts';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { DisclosureRules } from '#shared/domain/benchmark/rules.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';

const solver = await loadLinearSolver();

const rules: DisclosureRules = {
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

const choice = (code: string, choices: readonly { code: string; points?: number }[]): Item => {
  const { sizeNotes, weight } = ladder('D1.1');
  const base = { code, textCode: code, weight, sizeNotes, allowsDontKnow: false, allowsNotApplicable: false };
  const purpose = code.endsWith('wish') ? ('wish' as const) : ('importance' as const);
  return { ...base, kind: 'single-choice', purpose, choices: [...choices] };
};

const structure = structureOf([
  ladder('D1.1'),
  choice('D1.importance', [
    { code: 'none', points: 0 },
    { code: 'decisive', points: 4 },
  ]),
  choice('D1.wish', [{ code: 'no' }, { code: 'later' }, { code: 'yes' }]),
]);

test('measures are those of each dimension and of the firm, by kind', () => {
  expect(listMeasureCodes(structure)).toEqual([
    'D1',
    'D1.importance',
    'D1.wish',
    'gap.D1',
    'collaboration.other-sme',
    'collaboration.large-firm',
    'collaboration.university-or-institute',
    'collaboration.test-bed',
    'collaboration.foreign-partner',
    'women.all',
    'women.management',
    'women.production',
    'firms',
  ]);
  expect(['D1', 'D1.importance', 'D1.wish', 'gap.D1', 'women.all', 'firms'].map(kindOfMeasure)).toEqual([
    'level',
    'level',
    'choice',
    'yes-no',
    'percent',
    'count',
  ]);
  expect(readMeasureCode('collaboration.test-bed')).toEqual({ source: 'collaboration', of: 'test-bed' });
});

test('a choice counts as its points, or as its place where it has none', () => {
  const units = choiceUnitsOf(['D1', 'D1.importance', 'D1.wish'], structure);

  expect(units).toEqual({ 'D1.importance': { none: 0, decisive: 400 }, 'D1.wish': { no: 0, later: 1, yes: 2 } });
  expect(measureOf('D1.wish', units)).toMatchObject({ classes: [0, 1, 2], coarse: [[0], [1, 2]], hasMean: false });
  expect([0, 9, 10, 40, 60, 61].map((share) => classOf(percentMeasure('women.all'), share))).toEqual([
    0, 0, 1, 3, 3, 4,
  ]);
});

test('kinds of municipality are read from their population, and asked for only where a table needs them', () => {
  const populations = { '1780': 97_233, '2081': 50_000, '2062': 20_000, '2161': 19_999 };
  const municipalities = Object.entries(populations).map(([code, population]) => ({ code, population }));

  expect(kindsOfMunicipalities(municipalities)).toEqual({
    '1780': 'large',
    '2081': 'large',
    '2062': 'middle',
    '2161': 'small',
  });
  expect(attributesFor([['county'], ['branch', 'size']])).toEqual(releaseAttributes);
  expect(attributesFor([['size', 'municipality']]).at(-1)?.values).toEqual(['large', 'middle', 'small', unstated]);
});

const rowFrame = (...values: string[]): Frame => ({ attributes: [{ code: 'row', values }], breakdowns: [[], ['row']] });
const answers = (no: number, yes: number): Tally =>
  new Map([
    [0, no],
    [1, yes],
  ]);

/*
 * Rows of 20, 8 and 9 firms, 37 in all; the two small ones are not shown, and each may be of 0 to 17. 8 of 20 say yes and
 * 22 of 37, so that 14 of the 17 do: of the 8 at least 5 and at most 8. They are 5, and a quarter of 8 is 2: as evenly
 * around 5 as there is room it has to be possible that 4 say yes. It is not, so that one of the two shares goes.
 */
test('how many of few firms say yes is not found by subtraction', () => {
  const groups = groupsOf(rowFrame('1', '2', '3'));
  const tallies = [answers(12, 8), answers(3, 5), answers(0, 9)];
  const material: Material = { measure: yesNoMeasure('gap.D1'), tallies, insiders: [] };
  const shown = {
    reasons: [null, null, 'few-firms', 'few-firms'],
    fineness: ['classes', 'classes', 'hidden', 'hidden'],
  } as const;

  const { findings } = audit(groups, material, shown, { rules, solver });
  expect(findings.map(({ kind, target }) => [kind, target.about])).toContainEqual(['classes', { group: 2 }]);

  const { reasons, fineness } = protect(groups, material, { rules, solver, cover: 'exact' });
  expect(reasons).toEqual([null, null, 'few-firms', 'few-firms']);
  // The row costs less than all firms.
  expect(fineness).toEqual(['classes', 'hidden', 'hidden', 'hidden']);
});

/*
 * 20 firms of one kind and 15 of another agree to be divided, 4 do not: 39 in all. What is shown of all less the two kinds
 * would be the sum of those 4. The kind of 15 costs least to hide.
 */
test('firms that do not agree to be divided are not found as what is left over', () => {
  const frame = rowFrame('large', 'small', unstated);
  const [groups, leftOver] = [groupsOf(frame), unstatedGroupsOf(frame)];
  expect([...groups, ...leftOver].map(({ key }) => key)).toEqual(['all', 'row=large', 'row=small', 'row=unstated']);
  const levels = (firms: number): Tally =>
    new Map([
      [0, firms / 2],
      [400, firms / 2],
    ]);
  const material: Material = {
    measure: levelMeasure('D1'),
    tallies: [levels(20), levels(16), levels(4)],
    insiders: [],
  };
  const guarded = [...groups, ...leftOver];

  const { reasons } = protect(guarded, material, { rules, solver, cover: 'exact', never: new Set([3]) });

  expect(reasons).toEqual([null, null, 'secondary', 'few-firms']);
});

test('enough firms that do not agree to be divided may be reckoned out, and are not shown all the same', () => {
  const spec: ReleaseSpec = {
    name: { sv: 'Prov', en: 'Trial' },
    from: '2026-01-01',
    until: '2026-07-01',
    population: 'all',
    isSimulated: false,
    measures: ['firms', 'gap.D1'],
    units: {},
    attributes: [{ code: 'municipality', values: ['large', 'small', unstated] }],
    breakdowns: [[], ['municipality']],
    names: { measures: {}, headings: {}, attributes: {} },
    rules,
  };
  const row = (measure: string, stratum: number, ...firms: number[]): TallyRow => ({
    measure,
    stratum,
    values: [...firms.keys()],
    firms,
  });
  const tallies = [
    row('firms', 0, 40),
    row('firms', 1, 30),
    row('firms', 2, 12),
    row('gap.D1', 0, 30, 10),
    row('gap.D1', 1, 15, 15),
  ];

  const { document, report } = makeRelease(
    { spec, tallies, insiders: [], earlier: [], standings: [] },
    solver,
    () => undefined,
  );

  expect(document.cells.map(({ measure, group, firms, classes }) => [measure, group, firms, classes])).toEqual([
    ['firms', 'all', 80, null],
    ['firms', 'municipality=large', 40, null],
    ['firms', 'municipality=small', 30, null],
    ['gap.D1', 'all', 70, [65, 35]],
    ['gap.D1', 'municipality=large', 40, [75, 25]],
    ['gap.D1', 'municipality=small', 30, [50, 50]],
  ]);
  expect(report.findings).toEqual([]);
  expect(report.measures.map(({ groups }) => groups)).toEqual([3, 3]);
});
