import { hairline, ink, margin, muted, type Paper, primary } from './paper.ts';

/** An estimate and where it lies with some confidence. */
type Interval = {
  readonly name: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly shown: string;
};

export type IntervalChart = {
  /** Says all that the picture shows, for those who do not see it. */
  readonly alternative: string;
  /** From where to where; 0 lies between. */
  readonly least: number;
  readonly most: number;
  readonly format: (value: number) => string;
  readonly intervals: readonly Interval[];
};

const rowHeight = 18;
const axisHeight = 16;
const nameWidth = 190;
const shownWidth = 48;
const tickWidth = 40;
const radius = 3.5;

/** How high a chart of so many intervals is. */
export const heightOfIntervals = (many: number): number => many * rowHeight + axisHeight;

/**
 * Intervals beside a line at no difference: filled where they lie on one side of it, hollow where they cover it. Never
 * alone: a table has the same numbers.
 */
export function drawIntervalChart(paper: Paper, { alternative, least, most, format, intervals }: IntervalChart): void {
  const { doc, width } = paper;
  const height = heightOfIntervals(intervals.length);
  paper.makeRoom(height + 10);
  const top = doc.y;
  const bottom = top + height - axisHeight;
  const left = margin + nameWidth;
  const room = width - nameWidth - shownWidth;
  const at = (value: number): number => left + ((value - least) / (most - least)) * room;
  const line = (from: readonly [number, number], to: readonly [number, number], colour: string, thick: number) =>
    doc
      .lineWidth(thick)
      .strokeColor(colour)
      .moveTo(...from)
      .lineTo(...to)
      .stroke();
  const drawRow = ({ name, estimate, low, high, shown }: Interval, place: number): void => {
    const y = top + (place + 0.5) * rowHeight;
    const colour = low > 0 || high < 0 ? primary : muted;
    doc.font('text').fontSize(9).fillColor(ink);
    doc.text(name, margin, y - 6, { width: nameWidth - 8, height: rowHeight, ellipsis: true });
    doc.text(shown, left + room + 8, y - 6, { width: shownWidth - 8, align: 'right' });
    line([at(low), y], [at(high), y], colour, 1.5);
    for (const end of [low, high]) line([at(end), y - 3], [at(end), y + 3], colour, 1.5);
    doc.circle(at(estimate), y, radius);
    if (colour === primary) doc.fill(primary);
    else doc.lineWidth(1.25).fillAndStroke('#ffffff', muted);
  };
  const draw = () => {
    for (const tick of [least, 0, most]) {
      line([at(tick), top], [at(tick), bottom + 2], tick === 0 ? ink : hairline, 0.75);
      doc.font('text').fontSize(8).fillColor(muted);
      doc.text(format(tick), at(tick) - tickWidth / 2, bottom + 4, { width: tickWidth, align: 'center' });
    }
    for (const [place, interval] of intervals.entries()) drawRow(interval, place);
  };
  paper.tag(paper.root, 'Figure', draw, { alt: alternative, bbox: [margin, top, margin + width, top + height] });
  doc.x = margin;
  doc.y = top + height;
  doc.moveDown(0.8);
}
