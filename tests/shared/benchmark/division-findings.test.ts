import { expect, test } from 'vitest';
import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { divisionFindings } from '#shared/domain/benchmark/division-findings.ts';
import { documentOf, gapMeasures } from '../../client/releases/release-fixture.ts';

/** A release of which only these figures are shown. */
function findingsOf(shown: Readonly<Record<string, Partial<ReleaseCell>>>, measures = ['D1', 'D2', ...gapMeasures]) {
  const document = documentOf({ measures });
  const nothing = {
    ...{ firms: null, mean: null, lowQuartile: null, median: null, highQuartile: null },
    ...{ classes: null, coarse: null },
  };
  const cells = document.cells.map(({ measure, group }) => ({
    ...{ measure, group, ...nothing },
    ...shown[`${measure} ${group}`],
  }));
  return divisionFindings({ ...document, cells });
}

// Of one comparison chance makes 1.96 · 1.155 · √(1/60 + 1/60) = 0.41, of two 2.24 · 1.155 · √(1/60 + 1/60) = 0.47.
const apart = { 'D1 county=17': { firms: 60, mean: 1.6 }, 'D1 county=20': { firms: 60, mean: 1.15 } };

test('what is said of one area reckons with all areas and all divisions of the scale', () => {
  expect(findingsOf(apart).ends('D1', ['county'])).toMatchObject({ kind: 'apart' });
  const others = {
    area: { 'D2 county=17': { firms: 60, mean: 2 }, 'D2 county=20': { firms: 60, mean: 2 } },
    division: { 'D1 size=1-4': { firms: 60, mean: 1.4 }, 'D1 size=10-49': { firms: 60, mean: 1.4 } },
    // Of another scale, and of two attributes: they are no choice beside it.
    share: {
      'gap.D1 county=17': { firms: 60, classes: [50, 50] },
      'gap.D1 county=20': { firms: 60, classes: [50, 50] },
    },
    crossed: {
      'D1 county=17&branch=steel-and-metals': { firms: 60, mean: 2 },
      'D1 county=20&branch=steel-and-metals': { firms: 60, mean: 2 },
    },
  };
  expect(findingsOf({ ...apart, ...others.area }).ends('D1', ['county'])).toEqual({ kind: 'alike' });
  expect(findingsOf({ ...apart, ...others.division }).ends('D1', ['county'])).toEqual({ kind: 'alike' });
  expect(findingsOf({ ...apart, ...others.share }).ends('D1', ['county'])).toMatchObject({ kind: 'apart' });
  expect(findingsOf({ ...apart, ...others.crossed }).ends('D1', ['county'])).toMatchObject({ kind: 'apart' });
});

test('what is told of all areas is what each area says of itself', () => {
  const findings = findingsOf({
    ...apart,
    'D2 county=17': { firms: 400, mean: 2 },
    'D2 county=20': { firms: 400, mean: 1 },
    'D2 size=1-4': { firms: 200, mean: 1.4 },
    'D2 size=50-249': { firms: 200, mean: 2.8 },
  });
  const told = findings.differences('level');
  expect(told.map(({ attribute, measure, difference }) => [attribute, measure, difference])).toEqual([
    ['size', 'D2', 1.4],
    ['county', 'D2', 1],
  ]);
  for (const attribute of findings.attributes)
    for (const measure of ['D1', 'D2'])
      expect(findings.ends(measure, [attribute])?.kind === 'apart').toBe(
        told.some((each) => each.attribute === attribute && each.measure === measure),
      );
});

test('a group stands out where it lies farther from all firms than chance could take it', () => {
  const { comparisons, found } = findingsOf({
    'gap.D1 all': { firms: 300, classes: [85, 15] },
    'gap.D1 size=1-4': { firms: 40, classes: [20, 80] },
    'gap.D1 size=50-249': { firms: 90, classes: [100, 0] },
    'gap.D1 county=17': { firms: 90, classes: [80, 20] },
    'gap.D2 all': { firms: 300, classes: [30, 70] },
    'gap.D2 county=17': { firms: 90, classes: [35, 65] },
  }).outstanding(gapMeasures);
  // Of four: 2.50 · 50 · √(1/40 + 1/300) = 21.0 percentage points, and √(1/90 + 1/300) = 15.02, which is more than 15.
  expect(comparisons).toBe(4);
  expect(found).toEqual([
    {
      attribute: 'size',
      measure: 'gap.D1',
      group: { name: 'size=1-4', place: { size: '1-4' }, mean: 80, firms: 40 },
      all: { mean: 15, firms: 300 },
      difference: 65,
    },
  ]);
});

test('no group stands out from all firms where those are hidden', () => {
  expect(findingsOf({ 'gap.D1 size=1-4': { firms: 400, classes: [20, 80] } }).outstanding(gapMeasures)).toEqual({
    comparisons: 1,
    found: [],
  });
});
