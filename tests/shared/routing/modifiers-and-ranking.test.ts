import { expect, test } from 'vitest';
import { attachmentsOf, suggestedCodes } from './read-routing.ts';
import type { Known } from './routing-fixture.ts';
import { fires, openGroups, routeOf } from './routing-fixture.ts';

type Case = { readonly rule: string; readonly firm: Known['profile']; readonly other: Known['profile'] };

const cases: readonly Case[] = [
  { rule: 'M-small', firm: { sizeClass: '5-9' }, other: { sizeClass: '10-49' } },
  { rule: 'M-middle', firm: { sizeClass: '10-49' }, other: { sizeClass: '50-249' } },
  { rule: 'M-larger', firm: { sizeClass: '50-249' }, other: { sizeClass: '10-49' } },
  { rule: 'M-large-firm', firm: { sizeClass: '250-plus' }, other: { sizeClass: '50-249' } },
  {
    rule: 'M-one-large-customer',
    firm: { chainRole: 'subcontractor', largestCustomerPercent: 51 },
    other: { chainRole: 'subcontractor', largestCustomerPercent: 50 },
  },
  { rule: 'M-own-product', firm: { chainRole: 'own-product' }, other: { chainRole: 'system-supplier' } },
  {
    rule: 'M-headquarters-outside',
    firm: { headquartersOutsideRegion: true },
    other: { headquartersOutsideRegion: false },
  },
  {
    rule: 'M-supplier-pool',
    firm: { branch: 'digital-and-industrial-services' },
    other: { branch: 'steel-and-metals' },
  },
];

test.each(cases)('$rule fires for the firms it is about and for no others', ({ rule, firm = {}, other = {} }) => {
  expect(fires(rule, { profile: firm })).toBe(true);
  expect(fires(rule, { profile: other })).toBe(false);
});

test('a small firm is kept to one theme', () => {
  const levels = { D1: 1, D3: 1, PM1: 1 };
  const { suggestions, considered } = routeOf({ levels, profile: { sizeClass: '5-9' } });
  expect(suggestions).toHaveLength(1);
  expect(considered.map(({ outcome }) => outcome)).toContain('one-theme');
  expect(suggestedCodes(routeOf({ levels, profile: { sizeClass: '10-49' } }))).toHaveLength(3);
});

test('a firm too large for a package is told so, and its need is a gap', () => {
  const { gaps, considered, suggestions } = routeOf({ levels: { D2: 1 }, profile: { sizeClass: '250-plus' } });
  expect(suggestions.map(({ packageCode }) => packageCode)).toEqual(['challenge-owner']);
  expect(gaps).toMatchObject([{ dimension: 'D2', reason: { code: 'gap-size' } }]);
  expect(considered).toMatchObject([{ packageCode: 'system-and-data-basics', outcome: 'not-eligible' }]);
});

test('what the firm wants itself goes before its lowest level', () => {
  const levels = { D2: 0, D3: 1.4 };
  const known: Known = { levels, importance: { D3: 3 }, wish: { D3: 'yes' } };
  expect(suggestedCodes(routeOf({ levels }))).toEqual(['system-and-data-basics', 'one-page-digital-plan']);
  expect(suggestedCodes(routeOf(known))).toEqual(['one-page-digital-plan', 'system-and-data-basics']);
});

test('an open group goes before one that still has to be filled', () => {
  const levels = { D1: 1, D3: 1 };
  const first = (codes: string[]) => suggestedCodes(routeOf({ levels, context: openGroups(...codes) }))[0];
  expect(first(['one-page-digital-plan'])).toBe('one-page-digital-plan');
  expect(first(['from-hour-price-to-offer'])).toBe('from-hour-price-to-offer');
});

test('a package the firm has taken is not suggested again', () => {
  const { considered, suggestions } = routeOf({
    levels: { D2: 1 },
    context: { takenPackages: ['system-and-data-basics'] },
  });
  expect(suggestions).toEqual([]);
  expect(considered).toMatchObject([{ packageCode: 'system-and-data-basics', outcome: 'already-taken' }]);
});

test.each(['D5', 'D7', 'D9'])('the gap that the strategy leaves in %s is said openly', (dimension) => {
  const { gaps } = routeOf({ levels: { [dimension]: 1, X4: 3.5 } });
  expect(gaps).toMatchObject([{ dimension, reason: { code: 'gap-declared' } }]);
});

test('in the highest band a firm has no gap, however far it wants to go', () => {
  const { needs, gaps } = routeOf({ levels: { D5: 2.9 }, importance: { D5: 4 } });
  expect(needs.find(({ dimension }) => dimension === 'D5')).toMatchObject({ target: 4, band: 'high' });
  expect(gaps).toEqual([]);
});

test('a criterion that is not known is left for the first talk', () => {
  const [suggestion] = routeOf({ levels: { D5: 1 } }).suggestions;
  expect(suggestion?.packageCode).toBe('found-abroad');
  expect(suggestion?.reasons.map(({ code }) => code)).toContain('criteria-unknown');
});

test('a package waits for what comes before it, when that is known to be missing', () => {
  const waiting = routeOf({ levels: { D2: 2, PM1: 1, PM2: 1, PM3: 1 } });
  expect(waiting.postponed).toMatchObject([{ packageCode: 'connect-the-bottleneck', ruleIds: [] }]);
  expect(suggestedCodes(routeOf({ levels: { D2: 2 } }))).toEqual(['connect-the-bottleneck']);
});

test('an element goes with the suggestion it is meant for, else with the first', () => {
  const levels = { D2: 2.8, D3: 0 };
  const profile = { hasUsedTestBed: false };
  const both = routeOf({ levels: { ...levels, X1: 2.2 }, profile });
  expect(suggestedCodes(both)).toEqual(['one-page-digital-plan', 'side-stream-trial']);
  expect(attachmentsOf(both)).toEqual([[], ['test-bed-invitation']]);
  expect(attachmentsOf(routeOf({ levels, profile }))).toEqual([['test-bed-invitation']]);
});
