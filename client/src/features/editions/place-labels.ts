export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
export type LabelledSpot = Point & { readonly label: string };
type Picture = { readonly width: number; readonly height: number };
export type PlacedLabel = {
  readonly spot: LabelledSpot;
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
};

/** How wide a letter is on average and how high a line, in points of the picture; rather too much than too little. */
const letterWidth = 7.6;
const lineHeight = 15;
const radius = 7;
const gap = 4;

export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const spotBox = ({ x, y }: Point): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const widthOf = ({ label }: LabelledSpot): number => label.length * letterWidth;

export function labelBox({ spot, at: { x, y }, anchor }: PlacedLabel): Box {
  const width = widthOf(spot);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - lineHeight + 4, bottom: y + 4 };
}

/** Where a label can stand, the best first: beside its spot, above and below it, and then across. */
function places(spot: LabelledSpot, { width }: Picture): PlacedLabel[] {
  const { x, y } = spot;
  const half = widthOf(spot) / 2;
  // At the edge it is moved in, and still above or below its spot.
  const inward = Math.min(Math.max(x, half), width - half) - x;
  const side = radius + gap;
  const middle = y + 4;
  const [above, below] = [y - side - 1, y + side + lineHeight - 5];
  const at = (dx: number, height: number, anchor: PlacedLabel['anchor']) => ({
    spot,
    at: { x: x + dx, y: height },
    anchor,
  });
  return [
    at(side, middle, 'start'),
    at(-side, middle, 'end'),
    at(inward, above, 'middle'),
    at(inward, below, 'middle'),
    at(side - 2, above + 4, 'start'),
    at(-side + 2, above + 4, 'end'),
    at(side - 2, below - 4, 'start'),
    at(-side + 2, below - 4, 'end'),
  ];
}

/**
 * Gives each label, from north to south, the first of its places where it lies upon no spot and no label and within the
 * picture. One that has none is left out: what it says stands in words beside the map as well.
 */
export function placeLabels(spots: readonly LabelledSpot[], picture: Picture): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const taken = spots.map(spotBox);
  const isWithin = ({ left, right, top, bottom }: Box) =>
    left >= 0 && right <= picture.width && top >= 0 && bottom <= picture.height;
  for (const spot of spots.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const free = places(spot, picture).find((place) => {
      const box = labelBox(place);
      return isWithin(box) && !taken.some((each) => overlaps(each, box));
    });
    if (free === undefined) continue;
    placed.push(free);
    taken.push(labelBox(free));
  }
  return placed;
}
