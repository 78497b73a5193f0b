import { expect, test } from 'vitest';
import type { Routing } from '#shared/domain/routing/routing.ts';
import type { Known } from './routing-fixture.ts';
import { allAt, digital, firedIds, process, routeOf, suggestedCodes } from './routing-fixture.ts';

const fires = (ruleId: string, known: Known): boolean => firedIds(routeOf(known)).includes(ruleId);

const rulePoints = ({ suggestions }: Routing, packageCode: string, ruleId: string): number | undefined =>
  suggestions
    .find((suggestion) => suggestion.packageCode === packageCode)
    ?.components.find((component) => component.ruleId === ruleId)?.points;

const postponedCodes = ({ postponed }: Routing): string[] => postponed.map(({ packageCode }) => packageCode);

const outcomeOf = ({ considered }: Routing, packageCode: string): string | undefined =>
  considered.find((one) => one.packageCode === packageCode)?.outcome;

const attachedCodes = ({ suggestions, notices }: Routing): string[] =>
  [...suggestions.flatMap(({ attachments }) => attachments), ...notices].map(({ code }) => code);

test('X-1: low processes and a wish for technology put processes first', () => {
  const low = { PM1: 1, PM2: 1, PM3: 1 };
  const routing = routeOf({ levels: { ...low, D2: 1 }, wish: { D2: 'yes' } });
  expect(firedIds(routing)).toContain('X-1');
  expect(rulePoints(routing, 'process-cohort', 'X-1')).toBe(30);
  expect(postponedCodes(routing)).toEqual(['system-and-data-basics']);

  expect(fires('X-1', { levels: low, wish: { D6: 'yes' } })).toBe(true);
  expect(fires('X-1', { levels: low, wish: { D2: 'later' } })).toBe(false);
  expect(fires('X-1', { levels: { PM1: 1, PM2: 1 }, wish: { D2: 'yes' } })).toBe(false);
  expect(fires('X-1', { levels: { PM1: 1.5, PM2: 1.5, PM3: 1.5 }, wish: { D2: 'yes' } })).toBe(false);
});

test('X-2: high processes and little that is new open the exploration track', () => {
  const high = allAt(process, 2.8);
  const routing = routeOf({ levels: { ...high, X3: 1 } });
  expect(firedIds(routing)).toContain('X-2');
  expect(rulePoints(routing, 'exploration-track', 'X-2')).toBe(8);
  expect(attachedCodes(routing)).toContain('seed-funding');

  expect(outcomeOf(routeOf({ levels: { ...allAt(process, 3.2), PM1: 2, X3: 1 } }), 'process-coaching')).toBe(
    'withheld',
  );
  expect(fires('X-2', { levels: high, points: { 'PM4.5': 1 } })).toBe(true);
  expect(fires('X-2', { levels: high, points: { 'PM4.5': 2 } })).toBe(false);
  expect(fires('X-2', { levels: { ...allAt(process, 2.7), X3: 1 } })).toBe(false);
});

test('X-3: far more digital in administration than in business development puts the business before tools', () => {
  const routing = routeOf({ gapSteps: 2, levels: { D2: 1, D3: 1 } });
  expect(firedIds(routing)).toContain('X-3');
  expect(rulePoints(routing, 'one-page-digital-plan', 'X-3')).toBe(4);
  expect(postponedCodes(routing)).toEqual(['system-and-data-basics']);

  expect(fires('X-3', { gapSteps: 1 })).toBe(false);
  expect(fires('X-3', {})).toBe(false);
});

test('X-4: a low business model and low circularity are taken together', () => {
  const routing = routeOf({ levels: { D1: 1, X1: 1 } });
  expect(firedIds(routing)).toContain('X-4');
  expect(suggestedCodes(routing)[0]).toBe('circular-business-sprint');
  expect(rulePoints(routing, 'circular-business-sprint', 'X-4')).toBe(6);

  expect(fires('X-4', { levels: { D1: 1, X1: 1.5 } })).toBe(false);
  expect(fires('X-4', { levels: { D1: 1 } })).toBe(false);
});

test('X-5: a firm that finds new technology hard gets short, concrete help', () => {
  const routing = routeOf({ points: { 'D8.4': 1 }, levels: { D8: 1, D3: 2 } });
  expect(firedIds(routing)).toContain('X-5');
  expect(rulePoints(routing, 'digital-basics-together', 'X-5')).toBe(2);
  expect(rulePoints(routing, 'digital-lead-coaching', 'X-5')).toBe(-3);

  expect(fires('X-5', { points: { 'D8.4': 2 } })).toBe(false);
  expect(fires('X-5', {})).toBe(false);
});

test('X-6: a firm that seldom works with others is rather put in a group with a task', () => {
  const routing = routeOf({ points: { 'X3.2': 1 }, levels: { X1: 2, X3: 1 } });
  expect(firedIds(routing)).toContain('X-6');
  expect(rulePoints(routing, 'joint-test', 'X-6')).toBe(2);
  expect(rulePoints(routing, 'side-stream-trial', 'X-6')).toBe(-2);

  expect(fires('X-6', { points: { 'X3.2': 2 } })).toBe(false);
  expect(fires('X-6', {})).toBe(false);
});

test('X-7: a handover that is not settled is talked about, and long programmes wait', () => {
  const levels = { D2: 3, D3: 3 };
  const routing = routeOf({ levels, profile: { ownershipChangePlanned: true } });
  expect(firedIds(routing)).toContain('X-7');
  expect(attachedCodes(routing)).toContain('succession-talk');
  expect(rulePoints(routing, 'consortium-partner', 'X-7')).toBe(-6);

  expect(fires('X-7', { points: { 'X2.6': 1 } })).toBe(true);
  expect(fires('X-7', { points: { 'X2.6': 2 }, profile: { ownershipChangePlanned: false } })).toBe(false);
  expect(fires('X-7', {})).toBe(false);
});

test('X-8: few women and little work on inclusion add an element to whatever is chosen', () => {
  const points = { 'X2.4': 1 };
  const routing = routeOf({ points, levels: { D2: 1 }, profile: { womenPercent: 19 } });
  expect(firedIds(routing)).toContain('X-8');
  expect(routing.suggestions[0]?.attachments.map(({ code }) => code)).toEqual(['inclusion-element']);

  expect(fires('X-8', { points, profile: { womenPercent: 20 } })).toBe(false);
  expect(fires('X-8', { points })).toBe(false);
  expect(fires('X-8', { points: { 'X2.4': 2 }, profile: { womenPercent: 19 } })).toBe(false);
});

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
  expect(attachedCodes(routing)).toContain('test-bed-invitation');

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

  expect(fires('X-14', { points: { [item]: 2 } })).toBe(false);
  expect(fires('X-14', {})).toBe(false);
});

test('X-15: a need that five firms share and no open group meets proposes a group', () => {
  const levels = { D2: 1 };
  const sharedNeeds = { firms: 5, dimensions: ['D2'] };
  const routing = routeOf({ levels, context: { sharedNeeds, openCohorts: [] } });
  expect(firedIds(routing)).toContain('X-15');
  expect(routing.cohortProposals).toEqual([{ dimension: 'D2', ruleIds: ['X-15'] }]);

  expect(fires('X-15', { levels, context: { sharedNeeds, openCohorts: ['system-and-data-basics'] } })).toBe(false);
  expect(fires('X-15', { levels: { D2: 1.5 }, context: { sharedNeeds, openCohorts: [] } })).toBe(false);
  expect(fires('X-15', { levels, context: { sharedNeeds: { ...sharedNeeds, firms: 4 }, openCohorts: [] } })).toBe(
    false,
  );
  expect(fires('X-15', { levels, context: { sharedNeeds } })).toBe(false);
});
