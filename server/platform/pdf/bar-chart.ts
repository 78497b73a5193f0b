import { hairline, ink, margin, muted, type Paper, primary } from './paper.ts';

export type BarChart = {
  /** Says all that the picture shows, for those who do not see it. */
  readonly alternative: string;
  /** `value` null: there is no bar, and `shown` says so. */
  readonly bars: readonly { readonly name: string; readonly value: number | null; readonly shown: string }[];
};

const rowHeight = 18;
const nameWidth = 190;
const shownWidth = 50;

/** Horizontal bars from a common line, drawn as lines and surfaces. Never alone: a table has the same numbers. */
export function drawBarChart(paper: Paper, { alternative, bars }: BarChart): void {
  const { doc, width } = paper;
  const height = bars.length * rowHeight;
  paper.makeRoom(height + 10);
  const top = doc.y;
  const left = margin + nameWidth;
  const longest = width - nameWidth - shownWidth;
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const draw = () => {
    for (const [place, { name, value, shown }] of bars.entries()) {
      const y = top + place * rowHeight;
      const length = ((value ?? 0) / most) * longest;
      doc.font('text').fontSize(9).fillColor(ink);
      doc.text(name, margin, y + 3, { width: nameWidth - 8, height: rowHeight, ellipsis: true });
      if (value !== null) doc.rect(left, y + 3, length, rowHeight - 6).fill(primary);
      doc.fillColor(value === null ? muted : ink).text(shown, left + length + 5, y + 3, { width: shownWidth });
    }
    doc
      .lineWidth(0.75)
      .strokeColor(hairline)
      .moveTo(left, top)
      .lineTo(left, top + height)
      .stroke();
  };
  paper.tag(paper.root, 'Figure', draw, {
    alt: alternative,
    bbox: [margin, top, margin + width, top + height],
  });
  doc.x = margin;
  doc.y = top + height;
  doc.moveDown(0.8);
}
