import { expect, test } from 'vitest';
import { renderReason } from '#shared/domain/routing/render-reason.ts';
import type { KnownEdition } from '#shared/domain/routing/routing-context.ts';
import { standingOf } from '#shared/domain/routing/routing-context.ts';
import { outcomeOf, suggestedCodes } from './read-routing.ts';
import type { Known } from './routing-fixture.ts';
import { openGroups, routeOf } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const morning = (heldOn: string) => ({ heldOn, startsAt: '09:00', endsAt: '12:00' });
const edition = (packageCode: string, changes: Partial<KnownEdition> = {}): KnownEdition => ({
  packageCode,
  standing: 'open',
  startsOn: '2026-09-01',
  days: [],
  ...changes,
});
const reasonsOf = (known: Known, place = 0): (string | undefined)[] =>
  routeOf(known).suggestions[place]?.reasons.map(({ code }) => code) ?? [];

const levels = { D1: 1 };
const offer = 'from-hour-price-to-offer';

test.each([
  ['takes firms to its last day', { applyBy: '2026-08-01', places: 8, taken: 7 }, 'open'],
  ['is full when every place is taken or held', { applyBy: '2026-08-02', places: 8, taken: 8 }, 'full'],
  ['is closed the day after, also when it is full', { applyBy: '2026-07-31', places: 8, taken: 8 }, 'closed'],
] as const)('an edition %s', (_, given, standing) => {
  expect(standingOf(given, '2026-08-01')).toBe(standing);
});

test('an open group is said with the day it begins, the first one first', () => {
  const editions = [edition(offer, { startsOn: '2026-10-01' }), edition(offer)];
  const [suggestion] = routeOf({ levels, context: { editions } }).suggestions;
  const reason = suggestion?.reasons.find(({ code }) => code === 'cohort-open-from');
  expect(suggestion?.cohort).toBe('open');
  expect(reason && renderReason(reason, catalogue, {}, 'sv')).toBe(
    'En grupp tar emot företag nu. Den börjar den 1 september 2026.',
  );
});

test('a full group gives no points, and the firm is told that it can wait for a place', () => {
  const full = { levels, context: { editions: [edition(offer, { standing: 'full' })] } };
  const [suggestion] = routeOf(full).suggestions;
  expect(suggestion?.cohort).toBe('full');
  expect(suggestion?.components.find(({ code }) => code === 'open-cohort')?.points).toBe(0);
  expect(reasonsOf(full)).toContain('cohort-full');
});

test('of equal packages one with a full group comes last', () => {
  const original = catalogue.packages.filter(({ code }) => code === offer);
  const packages = ['a', 'b'].flatMap((code) => original.map((each) => ({ ...each, code, complements: ['a', 'b'] })));
  const orderWith = (editions: KnownEdition[]) =>
    suggestedCodes(routeOf({ levels, context: { editions }, catalogue: { ...catalogue, packages } }));
  expect(orderWith([])).toEqual(['a', 'b']);
  expect(orderWith([edition('a', { standing: 'full' })])).toEqual(['b', 'a']);
});

test('a closed group is no open one, and a new one is waited for', () => {
  const closed = { levels, context: { editions: [edition(offer, { standing: 'closed' })] } };
  expect(routeOf(closed).suggestions[0]?.cohort).toBe('when-enough-firms');
  expect(reasonsOf(closed)).toContain('cohort-closed');
});

test('a group that meets when the firm is elsewhere is not open to it, unless another one is free', () => {
  const ownEditions = [{ packageCode: 'study-visits', days: [morning('2026-09-02')] }];
  const busy = edition(offer, { days: [{ heldOn: '2026-09-02', startsAt: '11:00', endsAt: '15:00' }] });
  const clash = { levels, context: { editions: [busy], ownEditions } };
  expect(reasonsOf(clash)).toContain('cohort-clash');
  expect(routeOf(clash).suggestions[0]?.cohort).toBe('when-enough-firms');

  const free = edition(offer, { days: [{ heldOn: '2026-09-02', startsAt: '12:00', endsAt: '15:00' }] });
  expect(routeOf({ ...clash, context: { editions: [busy, free], ownEditions } }).suggestions[0]?.cohort).toBe('open');
});

test('of two packages whose groups meet at the same time one is suggested, and the other is next', () => {
  const both = { D1: 1, D3: 1 };
  const [first = '', second = ''] = suggestedCodes(
    routeOf({ levels: both, context: openGroups(offer, 'one-page-digital-plan') }),
  );
  const editions = [first, second].map((code) => edition(code, { days: [morning('2026-09-02')] }));
  const routing = routeOf({ levels: both, context: { editions } });
  expect(suggestedCodes(routing)).toEqual([first]);
  expect(outcomeOf(routing, second)).toBe('same-time');
  expect(routing.runnerUp).toMatchObject({ packageCode: second, against: first });
});

/*
 * Of the first package two groups take firms, and of the second one: on the morning of the first's earlier group. The
 * firm can take both when it waits for the later group of the first.
 */
test('an earlier suggestion takes a later group, when that leaves the only group of the next one free', () => {
  const both = { D1: 1, D3: 1 };
  const [first = '', second = ''] = suggestedCodes(
    routeOf({ levels: both, context: openGroups(offer, 'one-page-digital-plan') }),
  );
  const sooner = edition(first, { startsOn: '2026-09-02', days: [morning('2026-09-02')] });
  const later = edition(first, { startsOn: '2026-10-07', days: [morning('2026-10-07')] });
  const only = edition(second, { startsOn: '2026-09-02', days: [morning('2026-09-02')] });
  const routing = routeOf({ levels: both, context: { editions: [sooner, later, only] } });

  expect(suggestedCodes(routing)).toEqual([first, second]);
  const starts = routing.suggestions.map(({ reasons }) => reasons.find(({ code }) => code === 'cohort-open-from'));
  expect(starts.map((reason) => reason?.params['day'])).toEqual([
    { kind: 'day', day: '2026-10-07' },
    { kind: 'day', day: '2026-09-02' },
  ]);
});

test('what does not go together with what the firm is in waits, and nobody is told what that is', () => {
  const levels = { D3: 2, PM1: 2, PM2: 2 };
  expect(suggestedCodes(routeOf({ levels }))).toContain('process-coaching');

  const routing = routeOf({ levels, context: { packagesUnderWay: ['digital-lead-coaching'] } });
  expect(suggestedCodes(routing)).not.toContain('process-coaching');
  const waits = routing.postponed.find(({ packageCode }) => packageCode === 'process-coaching');
  expect(waits?.reason.code).toBe('not-beside-under-way');
  expect(waits && renderReason(waits.reason, catalogue, {}, 'sv')).toContain(
    'Båda tar ledningens tid under ett halvår.',
  );
  expect(JSON.stringify(waits)).not.toContain('digital-lead-coaching');
  expect(routing.gaps).toEqual([]);
});

test('two half-year programmes of coaching are not suggested together, and the reason says why', () => {
  const routing = routeOf({ levels: { D3: 2, PM1: 2, PM2: 2 } });
  expect(suggestedCodes(routing)).toContain('process-coaching');
  expect(suggestedCodes(routing)).not.toContain('digital-lead-coaching');
  expect(outcomeOf(routing, 'digital-lead-coaching')).toBe('not-together');
  const [reason] = routing.runnerUp?.reasons ?? [];
  expect(reason && renderReason(reason, catalogue, {}, 'sv')).toContain('Båda tar ledningens tid under ett halvår.');
});

test('what the firm is on its way into is not suggested, and its need is no gap', () => {
  const routing = routeOf({ levels, context: { packagesUnderWay: [offer] } });
  expect(routing.suggestions).toEqual([]);
  expect(routing.gaps).toEqual([]);
  expect(outcomeOf(routing, offer)).toBe('under-way');
});

test('who finds it hard to take in technology learns it before getting more of it', () => {
  const known: Known = {
    levels: { D2: 1, D8: 1.4 },
    points: { 'D8.4': 1 },
    importance: { D2: 4 },
    wish: { D2: 'yes' },
  };
  const { suggestions } = routeOf(known);
  expect(suggestions.map(({ packageCode }) => packageCode)).toEqual([
    'digital-basics-together',
    'system-and-data-basics',
  ]);
  expect(suggestions[1]?.total).toBeGreaterThan(suggestions[0]?.total ?? Number.NaN);
  expect(suggestions[1]?.reasons.map(({ code }) => code)).toContain('comes-after-other');
  expect(suggestedCodes(routeOf({ ...known, points: { 'D8.4': 2 } }))[0]).toBe('system-and-data-basics');
});

test('the runner-up is told with the part of the rank that decided, and by how much', () => {
  const routing = routeOf({ levels: { PM1: 0.5, D2: 1.2, D3: 1, X1: 1 }, wish: { X1: 'yes' }, importance: { X1: 4 } });
  const [lost, decided] = routing.runnerUp?.reasons ?? [];
  expect(lost?.code).toBeDefined();
  expect(decided && renderReason(decided, catalogue, {}, 'sv')).toMatch(
    /^.+ fick [\d,]+ poäng mer\. Mest skilde ”.+”: [\d,]+ poäng mot [\d,]+\.$/,
  );
});
