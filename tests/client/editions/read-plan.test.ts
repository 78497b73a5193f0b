import { describe, expect, test } from 'vitest';
import { firstForm, type PlanForm, readPlan } from '#client/src/features/editions/read-plan.ts';

const today = '2026-11-26';
const municipalities = [
  { code: '2080', name: 'Falun', population: 59_945, county: '20' as const, latitude: 60.6, longitude: 15.6 },
];
const frame = { edition: null, municipalities, today };
const empty = firstForm({ edition: null, offer: undefined, today });
const form: PlanForm = { ...empty, packageCode: 'user-insight', municipality: '2080', places: '8', minimumGroup: '5' };
const faultsOf = (changes: Partial<PlanForm>) => readPlan({ ...form, ...changes }, frame);

describe('the form of an edition', () => {
  test('is read as the plan that the server takes', () => {
    expect(readPlan(form, frame)).toMatchObject({
      packageCode: 'user-insight',
      plan: { name: null, municipality: '2080', venue: null, position: null, places: 8, minimumGroup: 5, days: [] },
    });
  });

  test('reads figures as a person types them, and a position only in whole', () => {
    expect(faultsOf({ latitude: '60,607', longitude: ' 15,632 ' })).toMatchObject({
      plan: { position: { latitude: 60.607, longitude: 15.632 } },
    });
    expect(faultsOf({ latitude: '60,607' })).toEqual([{ field: 'position', code: 'invalid' }]);
    expect(faultsOf({ places: 'åtta' })).toEqual([{ field: 'places', code: 'invalid' }]);
  });

  test('forgets the place of an edition that is held online', () => {
    expect(faultsOf({ delivery: 'online', venue: 'Stora salen' })).toMatchObject({
      plan: { delivery: 'online', municipality: null, venue: null },
    });
  });

  test('has the faults that the rules of editions find', () => {
    expect(faultsOf({ packageCode: '' })).toEqual([{ field: 'packageCode', code: 'missing' }]);
    expect(faultsOf({ municipality: '' })).toEqual([{ field: 'municipality', code: 'missing' }]);
    expect(faultsOf({ applyBy: '2026-11-25' })).toEqual([{ field: 'applyBy', code: 'in-the-past' }]);
    expect(faultsOf({ minimumGroup: '9' })).toEqual([{ field: 'minimumGroup', code: 'more-than-places' }]);
    expect(faultsOf({ days: [{ heldOn: '', startsAt: '09:00', endsAt: '16:00' }] })).toEqual([
      { field: 'days', code: 'invalid' },
    ]);
  });
});
