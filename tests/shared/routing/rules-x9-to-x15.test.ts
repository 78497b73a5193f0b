import { expect, test } from 'vitest';
import { attachmentsOf, firedIds, outcomeOf, postponedCodes, rulePoints, suggestedCodes } from './read-routing.ts';
import { allAt, digital, dimensionNames, fires, openGroups, process, routeOf } from './routing-fixture.ts';

test('X-9: no backup or shared passwords are told at once, whatever is suggested', () => {
  const routing = routeOf({ points: { 'D9.2': 0 } });
  expect(firedIds(routing)).toContain('X-9');
  expect(routing.notices.map(({ code }) => code)).toEqual(['security-basics']);
  expect(routing.suggestions).toEqual([]);

  expect(fires('X-9', { points: { 'D9.1': 0, 'D9.2': 4 } })).toBe(true);
  expect(fires('X-9', { points: { 'D9.1': 1, 'D9.2': 1 } })).toBe(false);
  expect(fires('X-9', {})).toBe(false);
});

test('X-10: a firm that is ready for a test bed and has used none is invited', () => {
  const routing = routeOf({ levels: { D2: 2.8, X1: 2 }, profile: { hasUsedTestBed: false } });
  expect(firedIds(routing)).toContain('X-10');
  expect(rulePoints(routing, 'side-stream-trial', 'X-10')).toBe(3);
  expect(attachmentsOf(routing).flat()).toContain('test-bed-invitation');

  expect(fires('X-10', { levels: { X3: 2.8 }, points: { 'X3.3': 1 } })).toBe(true);
  expect(fires('X-10', { levels: { D2: 2.8 }, profile: { hasUsedTestBed: true } })).toBe(false);
  expect(fires('X-10', { levels: { D2: 2.7 }, profile: { hasUsedTestBed: false } })).toBe(false);
  expect(fires('X-10', { levels: { D2: 2.8 } })).toBe(false);
});

test('X-11: a firm whose parts reach the world through its customers goes that way before its own export', () => {
  const routing = routeOf({ points: { 'X4.1': 0, 'X4.5': 2 }, levels: { X4: 1 } });
  expect(firedIds(routing)).toContain('X-11');
  expect(suggestedCodes(routing)).toEqual(['supplier-network']);
  expect(rulePoints(routing, 'supplier-network', 'X-11')).toBe(4);
  expect(postponedCodes(routing)).toEqual(['cluster-delegation', 'export-step']);

  expect(fires('X-11', { points: { 'X4.1': 1, 'X4.5': 2 } })).toBe(false);
  expect(fires('X-11', { points: { 'X4.1': 0, 'X4.5': 1 } })).toBe(false);
  expect(fires('X-11', { points: { 'X4.5': 2 } })).toBe(false);
});

test('X-12: a firm that is high everywhere gives instead of being mended', () => {
  const high = allAt([...digital, ...process], 2.8);
  const routing = routeOf({ levels: { ...high, X2: 1 } });
  expect(firedIds(routing)).toContain('X-12');
  expect(suggestedCodes(routing)).toEqual(expect.arrayContaining(['mentor-firm', 'consortium-partner']));
  expect(rulePoints(routing, 'mentor-firm', 'X-12')).toBe(30);
  expect(outcomeOf(routing, 'skills-matrix-and-plan')).toBe('withheld');

  const { D9: _unknown, ...allButOne } = high;
  expect(fires('X-12', { levels: { ...high, PM6: 2.7 } })).toBe(false);
  expect(fires('X-12', { levels: allButOne })).toBe(false);
});

/*
 * Metal products, Hudiksvall, 10-49 employees, 3.2 in all nineteen dimensions; every role is open to it.
 *   consortium-partner giver 2; Triple Steelix 1.5; group 1.5; cross-actor 0.5; X-12 30 and 5: 40.50
 *   mentor-firm        the same but for cross-actor: 40.00
 *   outage-exercise    giver 2; 1.5; 1.5; X-12 30; group at 10-49 employees 1: 36.00
 */
test('X-12: mentoring and a consortium go first, however many other parts the firm could take', () => {
  const routing = routeOf({ levels: allAt(dimensionNames, 3.2) });

  expect(suggestedCodes(routing)).toEqual(['consortium-partner', 'mentor-firm', 'outage-exercise']);
  expect(routing.suggestions.map(({ total }) => total)).toEqual([40.5, 40, 36]);
});

test('X-13: an idea that nobody has time for finds a desk', () => {
  const routing = routeOf({ points: { 'X3.6': 1, 'PM1.3': 1 } });
  expect(firedIds(routing)).toContain('X-13');
  expect(suggestedCodes(routing)).toEqual(['orphan-idea-desk']);
  expect(rulePoints(routing, 'orphan-idea-desk', 'X-13')).toBe(5);

  expect(fires('X-13', { points: { 'X3.6': 2, 'X3.1': 0 } })).toBe(true);
  expect(fires('X-13', { points: { 'X3.6': 0, 'PM1.3': 1 } })).toBe(false);
  expect(fires('X-13', { points: { 'X3.6': 3, 'PM1.3': 1 } })).toBe(false);
  expect(fires('X-13', { points: { 'X3.6': 1, 'PM1.3': 2, 'X3.1': 2 } })).toBe(false);
});

test.each(['D3.6', 'X3.4', 'X4.6'])('X-14: finance as an obstacle (%s) comes along with the main package', (item) => {
  const routing = routeOf({ points: { [item]: 1 }, levels: { D2: 1 } });
  expect(firedIds(routing)).toContain('X-14');
  expect(routing.suggestions[0]?.attachments.map(({ code }) => code)).toEqual(['finance-clinic']);
  expect(suggestedCodes(routing)).toEqual(['system-and-data-basics', 'finance-clinic']);

  expect(fires('X-14', { points: { [item]: 2 } })).toBe(false);
  expect(fires('X-14', {})).toBe(false);
});

test('X-15: a need that five firms share and no open group meets proposes a group', () => {
  const levels = { D2: 1 };
  const sharedNeeds = { firms: 5, dimensions: ['D2'] };
  const routing = routeOf({ levels, context: { sharedNeeds, ...openGroups() } });
  expect(firedIds(routing)).toContain('X-15');
  expect(routing.cohortProposals).toEqual([{ dimension: 'D2', ruleIds: ['X-15'] }]);

  expect(fires('X-15', { levels, context: { sharedNeeds, ...openGroups('system-and-data-basics') } })).toBe(false);
  expect(fires('X-15', { levels: { D2: 1.5 }, context: { sharedNeeds, ...openGroups() } })).toBe(false);
  expect(fires('X-15', { levels, context: { sharedNeeds: { ...sharedNeeds, firms: 4 }, ...openGroups() } })).toBe(
    false,
  );
  expect(fires('X-15', { levels, context: { sharedNeeds } })).toBe(false);
});
