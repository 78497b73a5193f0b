import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countKinds, gatherVisits, type Sighting, visitPauseMinutes } from '#shared/domain/access/visits.ts';

const seen = (who: string, day: string, minute: number): Sighting => ({ who, day, minute });
const visitsOf = (...sightings: Sighting[]) => gatherVisits(sightings, (each) => each).map(({ looks }) => looks);

describe('visits', () => {
  test('hold the looks of one person whose pauses are shorter than half an hour', () => {
    // 12.00, 11.31 and 11.02: pauses of 29 minutes each, so one visit of 58 minutes. 10.32 is 30 before 11.02.
    const [first, second, third, before] = [720, 691, 662, 632].map((minute) => seen('Karin', '6 maj', minute));
    if (!first || !second || !third || !before) throw new Error('four looks');
    expect(visitsOf(first, second, third, before)).toEqual([[first, second, third], [before]]);
  });

  test('are told apart by person, also when two look by turns', () => {
    const karin = [30, 10].map((minute) => seen('Karin', '6 maj', minute));
    const bo = [20, 5].map((minute) => seen('Bo', '6 maj', minute));
    const byTurns = [karin[0], bo[0], karin[1], bo[1]].filter((each) => each !== undefined);
    expect(visitsOf(...byTurns)).toEqual([karin, bo]);
  });

  test('end with the day', () => {
    const [after, before] = [seen('Karin', '7 maj', 1442), seen('Karin', '6 maj', 1438)];
    expect(visitsOf(after, before)).toEqual([[after], [before]]);
  });

  test('lose no look, keep their order, and are split only where they have to be', () => {
    const sighting = fc.record({
      who: fc.constantFrom('Karin', 'Bo', 'Per'),
      minute: fc.integer({ min: 0, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 60 }), (drawn) => {
        const looks = drawn
          .map(({ who, minute }, id) => ({ id, ...seen(who, String(Math.floor(minute / 1440)), minute) }))
          .toSorted((one, other) => other.minute - one.minute);
        const visits = gatherVisits(looks, (look) => look).map((visit) => visit.looks);
        expect(visits.flat().map(({ id }) => id).toSorted((one, other) => one - other)).toEqual(
          looks.map(({ id }) => id).toSorted((one, other) => one - other),
        );
        expect(visits.map(([newest]) => looks.indexOf(newest))).toEqual(
          visits.map(([newest]) => looks.indexOf(newest)).toSorted((one, other) => one - other),
        );
        for (const visit of visits) {
          expect(new Set(visit.map(({ who, day }) => `${who} ${day}`)).size).toBe(1);
          for (const [place, look] of visit.slice(1).entries()) {
            expect((visit[place]?.minute ?? 0) - look.minute).toBeLessThan(visitPauseMinutes);
          }
        }
        for (const who of ['Karin', 'Bo', 'Per']) {
          const own = visits.filter(([newest]) => newest.who === who);
          for (const [place, earlier] of own.slice(1).entries()) {
            const last = own[place]?.at(-1);
            const isApart = last?.day !== earlier[0].day || last.minute - earlier[0].minute >= visitPauseMinutes;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });
});

test('kinds are counted, the most frequent first', () => {
  expect(countKinds(['result', 'notes', 'result', 'list', 'notes', 'notes'])).toEqual([
    { kind: 'notes', count: 3 },
    { kind: 'result', count: 2 },
    { kind: 'list', count: 1 },
  ]);
});
