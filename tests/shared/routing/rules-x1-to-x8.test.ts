import { expect, test } from 'vitest';
import { attachmentsOf, firedIds, outcomeOf, postponedCodes, rulePoints, suggestedCodes } from './read-routing.ts';
import { allAt, fires, process, routeOf } from './routing-fixture.ts';

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
  expect(attachmentsOf(routing).flat()).toContain('seed-funding');

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
  expect(attachmentsOf(routing).flat()).toContain('succession-talk');
  expect(rulePoints(routing, 'consortium-partner', 'X-7')).toBe(-6);
  expect(suggestedCodes(routing)).toContain('succession-planning');

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
