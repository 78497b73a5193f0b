import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeReminded, planReminders, reminderOutcomes } from '#shared/domain/outreach/reminders.ts';

const foreseen = fc.array(
  fc.record({
    target: fc.record({ firmId: fc.constantFrom('a', 'b', 'c'), organisationId: fc.constantFrom('x', 'y') }),
    outcome: fc.constantFrom(...reminderOutcomes),
  }),
);

describe('who is reminded', () => {
  it('is a firm that shows its results, whatever else it lets in for', () => {
    expect(mayBeReminded({ purposes: ['contact', 'result'] })).toBe(true);
    expect(mayBeReminded({ purposes: ['contact', 'cohort'] })).toBe(false);
    expect(mayBeReminded({ purposes: [] })).toBe(false);
  });

  it('is each firm once, by the first of the organisations that may, and the others have been reminded by then', () => {
    const of = (firmId: string, organisationId: string) => ({ firmId, organisationId });
    expect(
      planReminders([
        { target: of('a', 'x'), outcome: 'opted-out' },
        { target: of('a', 'y'), outcome: 'done' },
        { target: of('a', 'z'), outcome: 'done' },
        { target: of('b', 'x'), outcome: 'not-due' },
      ]),
    ).toEqual({
      reminded: [of('a', 'y')],
      others: [
        { target: of('a', 'x'), outcome: 'opted-out' },
        { target: of('a', 'z'), outcome: 'reminded-lately' },
        { target: of('b', 'x'), outcome: 'not-due' },
      ],
    });
  });

  it('leaves nobody out and writes to no firm twice, and only where it would be done', () => {
    fc.assert(
      fc.property(foreseen, (all) => {
        const { reminded, others } = planReminders(all);
        const able = new Set(all.filter(({ outcome }) => outcome === 'done').map(({ target }) => target.firmId));
        expect(reminded.length + others.length).toBe(all.length);
        expect(new Set(reminded.map(({ firmId }) => firmId))).toEqual(able);
        expect(reminded.length).toBe(able.size);
        expect(others.every(({ outcome }) => outcome !== 'done')).toBe(true);
      }),
    );
  });
});
