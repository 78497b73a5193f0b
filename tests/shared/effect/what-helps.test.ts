import { expect, test } from 'vitest';
import { whatHelps } from '#shared/domain/effect/what-helps.ts';

const wanted = {
  kind: 'levels' as const,
  periods: [{ from: '2026-01-01', until: '2026-07-01' }],
  population: 'sme',
  isSimulated: false,
  measures: ['D1'],
  divisions: 3,
};
const { divisions: _, ...same } = wanted;
const year = [{ from: '2025-11-01', until: '2026-11-01' }];
const kindsOf = (...given: Parameters<typeof whatHelps>) => whatHelps(...given).map(({ kind }) => kind);

test('beside another period fewer divisions help first, then other measures, another period and other firms', () => {
  const all = ['fewer-divisions', 'other-measures', 'other-period', 'other-firms'];

  expect(kindsOf(wanted, [{ ...same, periods: year }])).toEqual(all);
  expect(kindsOf(wanted, [])).toEqual(all);
});

test('fewer divisions than one are not advised', () => {
  expect(kindsOf({ ...wanted, divisions: 1 }, [])).not.toContain('fewer-divisions');
});

test('where only the firms are others, the same firms help first and another period is not advised', () => {
  expect(whatHelps(wanted, [{ ...same, population: 'all' }])).toEqual([
    { kind: 'same-firms', population: 'all' },
    { kind: 'fewer-divisions' },
    { kind: 'other-measures' },
  ]);
});

test('where both period and firms are others, the same firms are advised last', () => {
  expect(whatHelps(wanted, [{ ...same, periods: year, population: 'all' }]).at(-1)).toEqual({
    kind: 'same-firms',
    population: 'all',
  });
  expect(kindsOf(wanted, [{ ...same, population: 'all' }, same])).toContain('other-period');
});

test('effects have neither divisions nor measures to choose', () => {
  expect(kindsOf({ ...wanted, kind: 'effect' }, [])).toEqual(['other-period', 'other-firms']);
});
