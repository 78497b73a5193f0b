import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelBox, overlaps, placeLabels } from '#client/src/features/editions/place-labels.ts';

const picture = { width: 320, height: 400 };
const spot = (x: number, y: number, label: string) => ({ x, y, label });

test('a label stands to the right of its spot where there is room, else to the left', () => {
  // Borlänge is 8 letters of 7.6 points, 60.8: from 111 to 171.8. At 290 it would end at 361.8, outside the 320.
  expect(placeLabels([spot(100, 50, 'Borlänge')], picture)).toMatchObject([{ at: { x: 111, y: 54 }, anchor: 'start' }]);
  expect(placeLabels([spot(290, 50, 'Borlänge')], picture)).toMatchObject([{ at: { x: 279, y: 54 }, anchor: 'end' }]);
});

test('neighbours get labels on different sides', () => {
  const labels = placeLabels([spot(150, 200, 'Borlänge'), spot(170, 204, 'Falun (2)')], picture);

  // To the right of Borlänge lies the spot of Falun.
  expect(labels.map(({ spot: { label }, anchor }) => [label, anchor])).toEqual([
    ['Borlänge', 'end'],
    ['Falun (2)', 'start'],
  ]);
});

test('a label at the edge is moved in above its spot when there is a neighbour beside it', () => {
  // Gävle is 5 letters, 38 points. To the right of 303 there is no room, to the left lies the spot at 282: it stands
  // above, moved in from 303 to 320 - 19 = 301.
  const [gavle] = placeLabels([spot(303, 170, 'Gävle'), spot(282, 175, 'Sandviken')], picture);

  expect(gavle).toMatchObject({ at: { x: 301, y: 158 }, anchor: 'middle' });
});

test('labels lie neither upon each other nor upon a spot, nor outside the picture', () => {
  const spots = fc.array(
    fc.record({
      x: fc.integer({ min: 16, max: 304 }),
      y: fc.integer({ min: 16, max: 384 }),
      label: fc.string({ minLength: 1, maxLength: 14 }),
    }),
    { maxLength: 41 },
  );
  fc.assert(
    fc.property(spots, (given) => {
      const boxes = placeLabels(given, picture).map(labelBox);
      const dots = given.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }));
      for (const [place, box] of boxes.entries()) {
        expect([...boxes.slice(place + 1), ...dots].some((other) => overlaps(box, other))).toBe(false);
        expect(box.left >= 0 && box.right <= 320 && box.top >= 0 && box.bottom <= 400).toBe(true);
      }
    }),
  );
});
