import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { estimatedRoadKm, greatCircleKm } from '#shared/domain/geography/distance.ts';
import type { Position } from '#shared/domain/geography/position.ts';

const { bundle } = await loadContent(contentFolder);

function seatOf(name: string): Position {
  const found = bundle.municipalities.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

/** Corners of each county, rounded outwards. */
const boxes: Readonly<Record<string, readonly [south: number, north: number, west: number, east: number]>> = {
  '17': [58.9, 61.1, 11.6, 14.5],
  '20': [59.8, 62.3, 12.1, 16.8],
  '21': [60.1, 62.4, 14.4, 17.6],
};

describe('the distance between two places', () => {
  /*
   * By hand: one degree along a meridian is 6371 km * pi / 180 = 111.195 km. Along the parallel of 60 degrees it is
   * close to half of that, since cos 60 = 0.5: 55.6 km.
   */
  test('is what it is by hand', () => {
    expect(greatCircleKm({ latitude: 60, longitude: 15 }, { latitude: 61, longitude: 15 })).toBeCloseTo(111.195, 2);
    expect(greatCircleKm({ latitude: 60, longitude: 15 }, { latitude: 60, longitude: 16 })).toBeCloseTo(55.6, 1);
    expect(estimatedRoadKm({ latitude: 60, longitude: 15 }, { latitude: 61, longitude: 15 })).toBe(145);
  });

  test('is half the way round the earth at most, and the same both ways', () => {
    const position = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(position, position, (one, other) => {
        const there = greatCircleKm(one, other);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(20_016);
        expect(greatCircleKm(other, one)).toBeCloseTo(there, 6);
        expect(greatCircleKm(one, one)).toBe(0);
      }),
    );
  });
});

describe('the positions of the municipalities that ship', () => {
  test.each(bundle.municipalities)('$name lies in its county', ({ latitude, longitude, county }) => {
    const [south, north, west, east] = boxes[county] ?? [0, 0, 0, 0];

    expect(latitude).toBeGreaterThan(south);
    expect(latitude).toBeLessThan(north);
    expect(longitude).toBeGreaterThan(west);
    expect(longitude).toBeLessThan(east);
  });

  test.each([
    ['Karlstad', 'Hammarö', 5, 9],
    ['Falun', 'Borlänge', 15, 21],
    ['Mora', 'Orsa', 11, 16],
    ['Gävle', 'Sandviken', 18, 23],
    ['Leksand', 'Rättvik', 16, 21],
    ['Hedemora', 'Säter', 13, 16],
    ['Hudiksvall', 'Söderhamn', 44, 52],
    ['Karlstad', 'Kristinehamn', 33, 39],
    ['Gävle', 'Hudiksvall', 112, 124],
    ['Karlstad', 'Gävle', 235, 260],
  ])('%s and %s are as far apart as the map has it', (one, other, least, most) => {
    const km = greatCircleKm(seatOf(one), seatOf(other));

    expect(km).toBeGreaterThan(least);
    expect(km).toBeLessThan(most);
  });

  test('no two are the same', () => {
    const seen = new Set(bundle.municipalities.map(({ latitude, longitude }) => `${latitude} ${longitude}`));

    expect(bundle.municipalities).toHaveLength(41);
    expect(seen.size).toBe(41);
  });
});
