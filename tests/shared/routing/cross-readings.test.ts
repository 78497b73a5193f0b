import { expect, test } from 'vitest';
import { crossReadings } from '#shared/domain/routing/cross-readings.ts';
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
