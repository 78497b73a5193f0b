import { hairline, ink, margin, muted, type Paper, primary } from './paper.ts';

export type RulerRow = {
  readonly name: string;
  readonly value: number | null;
  readonly range: { readonly lowest: number; readonly highest: number } | null;
  /** A second measure of the same, drawn as a ring. */
  readonly mark: number | null;
  readonly shown: string;
};

export type RulerChart = {
  /** Says all that the picture shows, for those who do not see it. */
  readonly alternative: string;
  readonly rows: readonly RulerRow[];
  readonly most: number;
  readonly low: string;
  readonly high: string;
};

const rowHeight = 19;
const nameWidth = 190;
const shownWidth = 104;
const endsHeight = 26;
const band = '#a9c7c1';

export const heightOfRulers = ({ rows }: RulerChart): number => rows.length * rowHeight + endsHeight + 10;

/** Where a value lies along a rule of `longest` points. */
export const placeOnRule = (value: number, { most }: Pick<RulerChart, 'most'>, longest: number): number =>
  (Math.min(Math.max(value, 0), most) / most) * longest;

type Place = {
  readonly left: number;
  readonly longest: number;
  readonly at: (value: number) => number;
  readonly y: number;
};

function drawRule({ doc }: Paper, row: RulerRow, { left, longest, at, y }: Place): void {
  const { name, value, range, mark, shown } = row;
  doc.font('text').fontSize(9).fillColor(ink);
  doc.text(name, margin, y - 5.5, { width: nameWidth - 8, height: 11, ellipsis: true });
  doc
    .lineWidth(0.75)
    .strokeColor(muted)
    .moveTo(left, y)
    .lineTo(left + longest, y)
    .stroke();
  if (range !== null && range.highest > range.lowest) {
    doc.rect(at(range.lowest), y - 3.5, at(range.highest) - at(range.lowest), 7).fill(band);
  }
  if (mark !== null) doc.circle(at(mark), y, 4.4).lineWidth(1.4).fillAndStroke('#ffffff', ink);
  if (value !== null) {
    const x = at(value);
    doc.polygon([x, y - 5.2], [x + 5.2, y], [x, y + 5.2], [x - 5.2, y]).fill(primary);
  }
  doc
    .font('text')
    .fontSize(9)
    .fillColor(value === null ? muted : ink);
  doc.text(shown, left + longest + 10, y - 5.5, { width: shownWidth - 10, lineBreak: false });
}

/** One rule a row on a common scale: a band for where the value could lie, a diamond where it is, a ring for the mark. */
export function drawRulerChart(paper: Paper, chart: RulerChart): void {
  const { doc, width } = paper;
  const { alternative, rows, most, low, high } = chart;
  paper.makeRoom(heightOfRulers(chart));
  const top = doc.y;
  const left = margin + nameWidth;
  const longest = width - nameWidth - shownWidth;
  const at = (value: number) => left + placeOnRule(value, chart, longest);
  const rulesTop = top + endsHeight;
  const bottom = rulesTop + rows.length * rowHeight;
  const draw = () => {
    doc.font('text').fontSize(8).fillColor(muted);
    doc.text(low, left, top, { width: longest / 2, lineBreak: false });
    doc.text(high, left + longest / 2, top, { width: longest / 2, align: 'right', lineBreak: false });
    for (let tick = 0; tick <= most; tick += 1) {
      doc.text(String(tick), at(tick) - 10, top + 12, { width: 20, align: 'center', lineBreak: false });
      doc.lineWidth(0.5).strokeColor(hairline).moveTo(at(tick), rulesTop).lineTo(at(tick), bottom).stroke();
    }
    for (const [place, row] of rows.entries()) {
      drawRule(paper, row, { left, longest, at, y: rulesTop + place * rowHeight + rowHeight / 2 });
    }
  };
  paper.tag(paper.root, 'Figure', draw, { alt: alternative, bbox: [margin, top, margin + width, bottom] });
  doc.x = margin;
  doc.y = bottom;
  doc.moveDown(0.6);
}
