import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, dayOfNumber, weekdayOf } from '#shared/domain/edition/civil-day.ts';
import {
  checkEditionPlan,
  type EditionPlan,
  editionPlanSchema,
  planFromPackage,
} from '#shared/domain/edition/edition-plan.ts';

const today = '2026-11-26';
const frame = { today, municipalities: ['2080', '1780'], before: null, taken: 0 };
const plan: EditionPlan = {
  name: null,
  delivery: 'on-site',
  municipality: '2080',
  venue: 'Dalarnas Science Park',
  position: null,
  applyBy: '2027-01-08',
  startsOn: '2027-01-18',
  endsOn: '2027-03-26',
  places: 8,
  minimumGroup: 5,
  language: 'sv',
  days: [
    { heldOn: '2027-01-18', startsAt: '09:00', endsAt: '16:00' },
    { heldOn: '2027-03-26', startsAt: '09:00', endsAt: '12:00' },
  ],
};
const faultsOf = (changes: Partial<EditionPlan>, around: Partial<Parameters<typeof checkEditionPlan>[1]> = {}) =>
  checkEditionPlan({ ...plan, ...changes }, { ...frame, ...around });

describe('days', () => {
  it('are counted as the calendar does', () => {
    // From the calendar: 2024 has a 29 February, 2100 has none; 26 November 2026 is a Thursday.
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(weekdayOf(today)).toBe(4);
    expect(weekdayOf('2026-11-30')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });

  it('are the same as those of the clock, to and fro', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (days) => {
        const iso = new Date(Date.UTC(1900, 0, 1 + days)).toISOString().slice(0, 10);
        expect(dayOfNumber(dayNumber(iso))).toBe(iso);
        expect(dayNumber(iso) - dayNumber('1900-01-01')).toBe(days);
      }),
    );
  });
});

describe('the plan of an edition', () => {
  it('has no fault as it is', () => {
    expect(editionPlanSchema.safeParse(plan).success).toBe(true);
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ delivery: 'online', municipality: null, venue: null })).toEqual([]);
  });

  it('says where it is held, in a municipality that there is, and nowhere when online', () => {
    expect(faultsOf({ municipality: null })).toEqual([{ field: 'municipality', code: 'missing' }]);
    expect(faultsOf({ municipality: '1799' })).toEqual([{ field: 'municipality', code: 'unknown' }]);
    expect(faultsOf({ delivery: 'online' })).toEqual([
      { field: 'municipality', code: 'not-online' },
      { field: 'venue', code: 'not-online' },
    ]);
  });

  it('has its dates in order, and the last day to apply still to come', () => {
    expect(faultsOf({ applyBy: '2026-11-25' })).toEqual([{ field: 'applyBy', code: 'in-the-past' }]);
    expect(faultsOf({ applyBy: today })).toEqual([]);
    expect(faultsOf({ applyBy: '2027-01-19' })).toEqual([{ field: 'applyBy', code: 'after-the-start' }]);
    expect(faultsOf({ endsOn: '2027-01-17', days: [] })).toEqual([{ field: 'endsOn', code: 'before-the-start' }]);
  });

  it('need not move a last day that was in time when it was set', () => {
    const before = { applyBy: '2026-11-20' };
    expect(faultsOf({ applyBy: '2026-11-20' }, { before })).toEqual([]);
    expect(faultsOf({ applyBy: '2026-11-21' }, { before })).toEqual([{ field: 'applyBy', code: 'in-the-past' }]);
  });

  it('has room for the smallest group and for who is in already', () => {
    expect(faultsOf({ minimumGroup: 9 })).toEqual([{ field: 'minimumGroup', code: 'more-than-places' }]);
    expect(faultsOf({ places: 5 }, { taken: 6 })).toEqual([{ field: 'places', code: 'fewer-than-taken' }]);
    expect(faultsOf({ places: 6 }, { taken: 6 })).toEqual([]);
  });

  it('has days within its dates, each once, that end after they begin', () => {
    const day = (heldOn: string, startsAt = '09:00', endsAt = '16:00') => ({ heldOn, startsAt, endsAt });
    expect(faultsOf({ days: [day('2027-01-18'), day('2027-03-27')] })).toEqual([
      { field: 'days', code: 'outside-the-dates', place: 1 },
    ]);
    expect(faultsOf({ days: [day('2027-01-18', '16:00', '16:00')] })).toEqual([
      { field: 'days', code: 'ends-before-it-starts', place: 0 },
    ]);
    expect(faultsOf({ days: [day('2027-01-18'), day('2027-01-18', '17:00', '18:00')] })).toEqual([
      { field: 'days', code: 'same-day-twice', place: 1 },
    ]);
  });

  it('takes no day or time that does not exist', () => {
    const isPlan = (changes: object) => editionPlanSchema.safeParse({ ...plan, ...changes }).success;
    expect(isPlan({ startsOn: '2027-02-29' })).toBe(false);
    expect(isPlan({ startsOn: '9999-01-01' })).toBe(false);
    expect(isPlan({ days: [{ heldOn: '2027-01-18', startsAt: '24:00', endsAt: '25:00' }] })).toBe(false);
    expect(isPlan({ places: 0 })).toBe(false);
    expect(isPlan({ municipality: 'outside' })).toBe(false);
  });
});

describe('a new edition', () => {
  // Eight weeks after Thursday 26 November is Thursday 21 January; the Monday after it is the 25th. Two weeks before that
  // is 11 January. Nine weeks from Monday 25 January end on Friday 26 March: 25 January + 63 - 3 days.
  it('begins with what its package states', () => {
    const offer = {
      groupSize: { minimum: 5, maximum: 12 },
      durationWeeks: 9,
      delivery: ['on-site', 'online'] as const,
    };
    expect(planFromPackage({ ...offer, delivery: [...offer.delivery] }, today)).toMatchObject({
      delivery: 'on-site',
      places: 12,
      minimumGroup: 5,
      applyBy: '2027-01-11',
      startsOn: '2027-01-25',
      endsOn: '2027-03-26',
    });
  });

  it('begins on a Monday with its dates in order, whatever the package and the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 260 }), (days, durationWeeks) => {
        const day = addDays('2020-01-01', days);
        const begun = planFromPackage({ groupSize: null, durationWeeks, delivery: ['online'] }, day);
        expect(weekdayOf(begun.startsOn)).toBe(1);
        expect(checkEditionPlan(begun, { ...frame, today: day })).toEqual([]);
      }),
    );
  });
});
