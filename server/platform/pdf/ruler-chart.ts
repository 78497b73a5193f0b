import { hairline, ink, margin, muted, type Paper, primary } from './paper.ts';

const signs = ['value', 'range', 'mark', 'target'] as const;
type RulerSign = (typeof signs)[number];

export type RulerRow = {
  readonly name: string;
  readonly value: number | null;
  readonly range: { readonly lowest: number; readonly highest: number } | null;
  /** A second measure of the same, drawn as a ring. */
  readonly mark: number | null;
  /** What is aimed at, drawn as a flag. */
  readonly target: number | null;
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

/** What each of the signs on a rule stands for. */
export type RulerLegend = Readonly<Record<RulerSign, string>>;

const rowHeight = 19;
const nameWidth = 190;
const shownWidth = 104;
const endsHeight = 26;
const band = '#a9c7c1';
/** A legend stands in two columns: of its lines, and of what a sign takes. */
const legendLine = 15;
const legendIndent = 22;
const legendColumns = 2;
const legendSize = 9;

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

const drawBand = ({ doc }: Paper, from: number, to: number, y: number): void => {
  doc.rect(from, y - 3.5, to - from, 7).fill(band);
};
const drawRing = ({ doc }: Paper, x: number, y: number): void => {
  doc.circle(x, y, 4.4).lineWidth(1.4).fillAndStroke('#ffffff', ink);
};
const drawDiamond = ({ doc }: Paper, x: number, y: number): void => {
  doc.polygon([x, y - 5.2], [x + 5.2, y], [x, y + 5.2], [x - 5.2, y]).fill(primary);
};
/** As on the page: a pole with a pennant, which reaches above every other sign at the same place. */
const drawFlag = ({ doc }: Paper, x: number, y: number): void => {
  doc
    .lineWidth(1.2)
    .strokeColor(ink)
    .moveTo(x, y - 9.4)
    .lineTo(x, y + 5.5)
    .stroke();
  doc.polygon([x, y - 9.4], [x + 6, y - 7], [x, y - 4.6]).fill(ink);
};

function drawRule(paper: Paper, row: RulerRow, { left, longest, at, y }: Place): void {
  const { doc } = paper;
  const { name, value, range, mark, target, shown } = row;
  doc.font('text').fontSize(9).fillColor(ink);
  doc.text(name, margin, y - 5.5, { width: nameWidth - 8, height: 11, ellipsis: true });
  doc
    .lineWidth(0.75)
    .strokeColor(muted)
    .moveTo(left, y)
    .lineTo(left + longest, y)
    .stroke();
  if (range !== null && range.highest > range.lowest) {
    drawBand(paper, at(range.lowest), at(range.highest), y);
  }
  if (target !== null) drawFlag(paper, at(target), y);
  if (mark !== null) drawRing(paper, at(mark), y);
  if (value !== null) drawDiamond(paper, at(value), y);
  doc
    .font('text')
    .fontSize(9)
    .fillColor(value === null ? muted : ink);
  doc.text(shown, left + longest + 10, y - 5.5, { width: shownWidth - 10, lineBreak: false });
}

export const heightOfLegend = Math.ceil(signs.length / legendColumns) * legendLine + 6;

/** The signs with their words, before the rules that they stand on. */
export function drawRulerLegend(paper: Paper, legend: RulerLegend): void {
  const { doc, root, width } = paper;
  paper.makeRoom(heightOfLegend);
  const [top, column] = [doc.y, width / legendColumns];
  const draw: Record<RulerSign, (x: number, y: number) => void> = {
    value: (x, y) => drawDiamond(paper, x, y),
    range: (x, y) => drawBand(paper, x - 7, x + 7, y),
    mark: (x, y) => drawRing(paper, x, y),
    target: (x, y) => drawFlag(paper, x - 2, y + 1.5),
  };
  for (const [place, sign] of signs.entries()) {
    const left = margin + (place % legendColumns) * column;
    const y = top + Math.floor(place / legendColumns) * legendLine + legendLine / 2;
    paper.tag(root, 'P', () => {
      draw[sign](left + 8, y);
      doc.font('text').fontSize(legendSize).fillColor(ink);
      doc.text(legend[sign], left + legendIndent, y - 5.5, { width: column - legendIndent, lineBreak: false });
    });
  }
  doc.x = margin;
  doc.y = top + heightOfLegend;
}

/**
 * One rule a row on a common scale: a band for where the value could lie, a diamond where it is, a ring for the mark, a
 * flag for the target.
 */
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
