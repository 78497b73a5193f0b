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

  const drawn = fc
    .array(fc.record({ who: fc.constantFrom('Karin', 'Bo', 'Per'), minute: fc.integer({ min: 0, max: 4000 }) }), {
      maxLength: 60,
    })
    .map((looks) =>
      looks
        .map(({ who, minute }, id) => ({ id, ...seen(who, String(Math.floor(minute / 1440)), minute) }))
        .toSorted((one, other) => other.minute - one.minute),
    );

  test('lose no look and keep the order', () => {
    fc.assert(
      fc.property(drawn, (looks) => {
        const visits = gatherVisits(looks, (look) => look).map((visit) => visit.looks);
        expect(new Set(visits.flat())).toEqual(new Set(looks));
        expect(visits.flat()).toHaveLength(looks.length);
        const places = visits.map(([newest]) => looks.indexOf(newest));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });

  const isApart = (later: Sighting, earlier: Sighting) =>
    later.day !== earlier.day || later.minute - earlier.minute >= visitPauseMinutes;

  test('are split where they have to be, and nowhere else', () => {
    fc.assert(
      fc.property(drawn, (looks) => {
        const visits = gatherVisits(looks, (look) => look).map((visit) => visit.looks);
        const visitOf = (look: Sighting) => visits.findIndex((visit) => visit.some((each) => each === look));
        for (const who of ['Karin', 'Bo', 'Per']) {
          const own = looks.filter((look) => look.who === who);
          const pairs = own.slice(1).map((earlier, place) => [own[place] ?? earlier, earlier] as const);
          for (const [later, earlier] of pairs) {
            expect(visitOf(later) !== visitOf(earlier)).toBe(isApart(later, earlier));
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
