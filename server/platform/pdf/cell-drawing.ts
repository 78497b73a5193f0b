import { hairline, ink, muted, type Paper, primary } from './paper.ts';

/** From 0; null: there is no bar. `low` and `high`: what the ends of the scale are called. */
export type Bars = {
  readonly values: readonly (number | null)[];
  readonly most: number;
  readonly low: string;
  readonly high: string;
};

type Interval = { readonly estimate: number; readonly low: number; readonly high: number };

/** An estimate and where it lies with some confidence; 0 lies between the ends of the axis. */
export type Intervals = {
  readonly intervals: readonly Interval[];
  readonly least: number;
  readonly most: number;
  readonly format: (value: number) => string;
};

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What stands between the name of a row and its figures, for the eye: the figures say the same. */
export type CellDrawing = {
  readonly drawHead: (paper: Paper, box: Box) => void;
  readonly drawRow: (paper: Paper, row: number, box: Box) => void;
};

const endSize = 8;
const tickWidth = 40;
const barHeight = 9;
const radius = 3.2;

type Point = readonly [number, number];

function line({ doc }: Paper, [from, to]: readonly [Point, Point], colour: string, thick: number): void {
  doc
    .lineWidth(thick)
    .strokeColor(colour)
    .moveTo(...from)
    .lineTo(...to)
    .stroke();
}

/** Upright through a row, so that rows below each other make one line. */
function upright(paper: Paper, { top, height }: Box, at: number, colour: string): void {
  line(
    paper,
    [
      [at, top],
      [at, top + height],
    ],
    colour,
    0.75,
  );
}

/** How long the bar of each value is, of a whole scale of `longest` points. */
export const lengthsOf = ({ values, most }: Pick<Bars, 'values' | 'most'>, longest: number): number[] =>
  values.map((value) => (Math.min(value ?? 0, most) / most) * longest);

export function barsInCells({ low, high, ...bars }: Bars): CellDrawing {
  return {
    drawHead: ({ doc }, { left, top, width, height }) => {
      const y = top + height - endSize - 4;
      doc.font('text').fontSize(endSize).fillColor(muted);
      doc.text(low, left, y, { width: width / 2, lineBreak: false });
      doc.text(high, left + width / 2, y, { width: width / 2, align: 'right', lineBreak: false });
    },
    drawRow: (paper, row, box) => {
      const { left, top, width, height } = box;
      const length = lengthsOf(bars, width)[row] ?? 0;
      if (length > 0) paper.doc.rect(left, top + (height - barHeight) / 2, length, barHeight).fill(primary);
      upright(paper, box, left, hairline);
      upright(paper, box, left + width, hairline);
    },
  };
}

/** Filled where an interval lies on one side of no difference, hollow where it holds it. */
export function intervalsInCells({ intervals, least, most, format }: Intervals): CellDrawing {
  const inset = tickWidth / 2;
  const placeIn =
    ({ left, width }: Box) =>
    (value: number): number =>
      left + inset + ((value - least) / (most - least)) * (width - 2 * inset);
  return {
    drawHead: ({ doc }, box) => {
      const at = placeIn(box);
      doc.font('text').fontSize(endSize).fillColor(muted);
      for (const tick of [least, 0, most])
        doc.text(format(tick), at(tick) - tickWidth / 2, box.top + box.height - endSize - 4, {
          width: tickWidth,
          align: 'center',
          lineBreak: false,
        });
    },
    drawRow: (paper, row, box) => {
      const { doc } = paper;
      const at = placeIn(box);
      for (const tick of [least, 0, most]) upright(paper, box, at(tick), tick === 0 ? ink : hairline);
      const interval = intervals[row];
      if (interval === undefined) return;
      const { estimate, low, high } = interval;
      const colour = low > 0 || high < 0 ? primary : muted;
      const y = box.top + box.height / 2;
      line(
        paper,
        [
          [at(low), y],
          [at(high), y],
        ],
        colour,
        1.5,
      );
      for (const end of [low, high])
        line(
          paper,
          [
            [at(end), y - 3],
            [at(end), y + 3],
          ],
          colour,
          1.5,
        );
      doc.circle(at(estimate), y, radius);
      if (colour === primary) doc.fill(primary);
      else doc.lineWidth(1.25).fillAndStroke('#ffffff', muted);
    },
  };
}
