import { hairline, ink, margin, muted, type Paper, primary } from './paper.ts';

export type BarChart = {
  /** Says all that the picture shows, for those who do not see it. */
  readonly alternative: string;
  /** `value` null: there is no bar, and `shown` says so. */
  readonly bars: readonly { readonly name: string; readonly value: number | null; readonly shown: string }[];
  /** Where the scale ends, and what its ends are called. Left out where the longest bar is as far as there is. */
  readonly scale?: { readonly most: number; readonly low: string; readonly high: string };
};

const rowHeight = 18;
const nameWidth = 190;
const shownWidth = 50;
const endsHeight = 14;

/** How long the bar of a value is: of the whole scale, or of the largest value where there is no scale. */
export function barLengths({ bars, scale }: BarChart, longest: number): number[] {
  const most = scale?.most ?? Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return bars.map(({ value }) => (Math.min(value ?? 0, most) / most) * longest);
}

export const heightOfBars = ({ bars, scale }: BarChart): number =>
  bars.length * rowHeight + (scale === undefined ? 0 : endsHeight) + 10;

/** Horizontal bars from a common line, drawn as lines and surfaces. Never alone: a table has the same numbers. */
export function drawBarChart(paper: Paper, chart: BarChart): void {
  const { alternative, bars, scale } = chart;
  const { doc, width } = paper;
  const barsHeight = bars.length * rowHeight;
  const height = barsHeight + (scale === undefined ? 0 : endsHeight);
  paper.makeRoom(heightOfBars(chart));
  const top = doc.y;
  const left = margin + nameWidth;
  const longest = width - nameWidth - shownWidth;
  const lengths = barLengths(chart, longest);
  const draw = () => {
    for (const [place, { name, value, shown }] of bars.entries()) {
      const y = top + place * rowHeight;
      const length = lengths[place] ?? 0;
      doc.font('text').fontSize(9).fillColor(ink);
      doc.text(name, margin, y + 3, { width: nameWidth - 8, height: rowHeight, ellipsis: true });
      if (value !== null) doc.rect(left, y + 3, length, rowHeight - 6).fill(primary);
      doc.fillColor(value === null ? muted : ink).text(shown, left + length + 5, y + 3, { width: shownWidth });
    }
    doc
      .lineWidth(0.75)
      .strokeColor(hairline)
      .moveTo(left, top)
      .lineTo(left, top + barsHeight)
      .stroke();
    if (scale === undefined) return;
    const end = left + longest;
    doc
      .moveTo(end, top)
      .lineTo(end, top + barsHeight)
      .stroke();
    doc.fontSize(8).fillColor(muted);
    doc.text(scale.low, left, top + barsHeight + 2, { width: longest / 2 });
    doc.text(scale.high, left + longest / 2, top + barsHeight + 2, { width: longest / 2, align: 'right' });
  };
  paper.tag(paper.root, 'Figure', draw, {
    alt: alternative,
    bbox: [margin, top, margin + width, top + height],
  });
  doc.x = margin;
  doc.y = top + height;
  doc.moveDown(0.8);
}
