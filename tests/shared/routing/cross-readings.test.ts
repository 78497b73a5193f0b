import { expect, test } from 'vitest';
import { crossReadings, withoutUnsureRules } from '#shared/domain/routing/cross-readings.ts';
import { allAt, process, routeOf } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const texts = { sv: { 'D2.name': 'Teknik' }, en: { 'D2.name': 'Technology' } };

// PM1-PM6 at 1, mean 1.0: low; support with D2 wanted this year: X-1. 10-49 employees: a modifier.
test('rules across dimensions that fired are readings, with why and what they rest on; modifiers are none', () => {
  const routing = routeOf({
    levels: { ...allAt(process, 1), D2: 1 },
    wish: { D2: 'yes' },
    profile: { municipality: '2184', branch: 'wood-building', sizeClass: '10-49', chainRole: 'subcontractor' },
  });
  const readings = crossReadings(routing, { catalogue, texts });

  expect(routing.firedRules.map(({ ruleId }) => ruleId)).toContain('M-middle');
  expect(readings.map(({ ruleId }) => ruleId)).toEqual(['X-1']);
  expect(readings[0]?.isProcessFirst).toBe(true);
  expect(readings[0]?.why.sv).toContain('digitaliserar ni oredan');
  expect(readings[0]?.restsOn.sv).toContain('medelnivån 1,0');
  expect(readings[0]?.restsOn.en).toContain('“Technology”');
});

test('only the rule that lifts the ways of working and puts tools off takes them first', () => {
  const { rules } = catalogue;
  const all = { firedRules: rules.map(({ id }) => ({ ruleId: id, evidence: [] })) };
  const first = crossReadings(all, { catalogue, texts }).filter(({ isProcessFirst }) => isProcessFirst);

  expect(first.map(({ ruleId }) => ruleId)).toEqual(['X-1']);
});

// D4 is 1.0 of what is known and lies between 0.7 and 2.0: 1.3 wide, so only its ends are shown. D2 lies between 0.8 and 1.2.
test('a rule that rests on a level that cannot be told is no reading', () => {
  const on = (ruleId: string, dimension: string) => ({
    ruleId,
    evidence: [{ fact: 'dimension' as const, dimension, level: 1 }],
  });
  const scored = (dimension: string, lowest: number, highest: number) => ({
    ...{ dimension, level: 1, range: { lowest, highest } },
  });
  const fired = { firedRules: [on('X-4', 'D4'), on('X-2', 'D2'), { ruleId: 'X-1', evidence: [] }] };
  const dimensions = [scored('D2', 0.8, 1.2), scored('D4', 0.7, 2)];

  expect(withoutUnsureRules(fired, { dimensions }).firedRules.map(({ ruleId }) => ruleId)).toEqual(['X-2', 'X-1']);
});

test('a rule that the catalogue does not have says nothing', () => {
  const fired = { firedRules: [{ ruleId: 'X-99', evidence: [] }] };

  expect(crossReadings(fired, { catalogue, texts })).toEqual([]);
});

// D9.1 = 0: X-9, whose notice on basic security stands at the top of the result.
test('a rule that gives a notice is said there, and not once more as a reading', () => {
  const routing = routeOf({ levels: allAt(process, 3), points: { 'D9.1': 0 } });

  expect(routing.firedRules.map(({ ruleId }) => ruleId)).toContain('X-9');
  expect(routing.notices.map(({ ruleIds }) => ruleIds)).toContainEqual(['X-9']);
  expect(crossReadings(routing, { catalogue, texts }).map(({ ruleId }) => ruleId)).not.toContain('X-9');
});
