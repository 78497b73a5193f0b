import { type Bars, barsInCells, type CellDrawing, type Intervals, intervalsInCells } from './cell-drawing.ts';
import { hairline, ink, margin, muted, type Paper } from './paper.ts';

export type ReportTable = {
  /** Left out where the heading above says the same. */
  readonly caption?: string;
  /** The first column names its row, the others hold numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Drawn between the name of each row and its numbers. */
  readonly bars?: Bars;
  readonly intervals?: Intervals;
};

type Element = PDFKit.PDFStructureElement;
type Cell = { readonly text: string; readonly type: 'TH' | 'TD'; readonly scope?: 'Column' | 'Row' };

const gap = 3;
/** Above and below the words of a row. */
const rowGap = 2.2;
const captionHeight = 20;
/** A table no higher than this is not divided between pages. */
const keptTogether = 300;

const headSize = 8.5;
const leastHeadSize = 6.5;
const bodySize = 9.5;
/** A column of numbers is as wide as they are: its head is written in lines to that end. */
const [leastNumberWidth, mostNumberWidth, mostHeadWidth] = [46, 130, 74];
const leastNameWidth = 130;
const drawingWidth = 140;
/** What is drawn gives way to more than so many numbers. */
const [numbersBesideDrawing, narrowDrawingWidth] = [2, 110];
const roomBesideDrawing = 10;

/** How a table is laid out. `heads`: a long word of a head is written smaller before it is broken. */
type Layout = {
  readonly table: ReportTable;
  readonly widths: readonly number[];
  readonly heads: readonly number[];
  readonly drawing: CellDrawing | undefined;
  /** How wide what is drawn is. */
  readonly drawn: number;
};

function drawingOf({ bars, intervals }: ReportTable): CellDrawing | undefined {
  if (bars !== undefined) return barsInCells(bars);
  return intervals === undefined ? undefined : intervalsInCells(intervals);
}

/** Widths that fit into so much room: the widest give way first. */
function narrowed(widths: readonly number[], room: number): number[] {
  const upTo = (most: number) => widths.map((each) => Math.min(each, most));
  let most = Math.max(0, ...widths);
  while (most > 1 && upTo(most).reduce((sum, each) => sum + each, 0) > room) most -= 1;
  return upTo(most);
}

function layOut({ doc, width }: Paper, table: ReportTable): Layout {
  const [, ...numbers] = table.columns;
  const drawing = drawingOf(table);
  const drawn = numbers.length > numbersBesideDrawing ? narrowDrawingWidth : drawingWidth;
  const free = width - (drawing === undefined ? 0 : drawn + roomBesideDrawing);
  const longestWords = numbers.map((head) => {
    doc.font('strong').fontSize(headSize);
    return Math.max(...head.split(' ').map((word) => doc.widthOfString(word)));
  });
  const wanted = numbers.map((head, place) => {
    const whole = Math.min(doc.font('strong').fontSize(headSize).widthOfString(head), mostHeadWidth);
    doc.font('text').fontSize(bodySize);
    const cells = table.rows.map((row) => doc.widthOfString(row[place + 1] ?? ''));
    const most = Math.max(whole, longestWords[place] ?? 0, ...cells) + 3 * gap;
    return Math.min(mostNumberWidth, Math.max(leastNumberWidth, most));
  });
  const own = narrowed(wanted, free - leastNameWidth);
  const heads = own.map((each, place) =>
    Math.max(leastHeadSize, headSize * Math.min(1, (each - 2 * gap) / (longestWords[place] ?? 1))),
  );
  const name = free - own.reduce((sum, each) => sum + each, 0);
  return { table, widths: [name, ...own], heads: [headSize, ...heads], drawing, drawn };
}

function styleOf(paper: Paper, { type, scope }: Cell, head: number | undefined) {
  return paper.doc
    .font(type === 'TH' ? 'strong' : 'text')
    .fontSize(scope === 'Column' ? (head ?? headSize) : bodySize)
    .fillColor(scope === 'Column' ? muted : ink);
}

function rowHeight(paper: Paper, cells: readonly Cell[], { widths, heads }: Layout): number {
  const heights = cells.map((cell, place) =>
    styleOf(paper, cell, heads[place]).heightOfString(cell.text, { width: (widths[place] ?? 0) - gap }),
  );
  return Math.max(...heights) + 2 * rowGap;
}

/** `at`: which of the rows; undefined for the head. `part`: its place in the structure; undefined where it repeats. */
type Row = { readonly cells: readonly Cell[]; readonly at?: number; readonly part?: Element };

function drawRow(paper: Paper, { cells, at, part }: Row, layout: Layout): void {
  const { doc } = paper;
  const { widths, heads, drawing, drawn } = layout;
  const height = rowHeight(paper, cells, layout);
  const top = doc.y;
  let left = margin;
  for (const [place, cell] of cells.entries()) {
    const width = widths[place] ?? 0;
    const from = left;
    const draw = () =>
      void styleOf(paper, cell, heads[place]).text(cell.text, from, top + rowGap, {
        width: width - gap,
        align: place === 0 ? 'left' : 'right',
      });
    if (part === undefined) paper.decorate(draw);
    else paper.tag(part, cell.type, draw, cell.scope === undefined ? {} : { scope: cell.scope });
    left += width;
    if (place > 0 || drawing === undefined) continue;
    const box = { left: left + gap, top, width: drawn - gap, height };
    paper.decorate(() => (at === undefined ? drawing.drawHead(paper, box) : drawing.drawRow(paper, at, box)));
    left += drawn + roomBesideDrawing;
  }
  doc.x = margin;
  doc.y = top + height;
  const isHead = at === undefined;
  paper.decorate(() =>
    doc
      .lineWidth(isHead ? 1 : 0.5)
      .strokeColor(isHead ? ink : hairline)
      .moveTo(margin, doc.y)
      .lineTo(margin + paper.width, doc.y)
      .stroke(),
  );
}

function cellsOf({ columns, rows }: ReportTable): { head: Cell[]; body: Cell[][] } {
  return {
    head: columns.map((text) => ({ text, type: 'TH', scope: 'Column' })),
    body: rows.map((row) =>
      row.map((text, place) => (place === 0 ? { text, type: 'TH', scope: 'Row' } : { text, type: 'TD' })),
    ),
  };
}

/** How much of a table stands on one page at least: all of a small one, else its head with the first rows. */
export function heightKept(paper: Paper, table: ReportTable): number {
  const { head, body } = cellsOf(table);
  const layout = layOut(paper, table);
  const heights = [head, ...body].map((row) => rowHeight(paper, row, layout));
  const own = table.caption === undefined ? 0 : captionHeight;
  const whole = own + heights.reduce((total, height) => total + height, 0);
  return whole <= keptTogether ? whole : own + (heights[0] ?? 0) + (heights[1] ?? 0) + (heights[2] ?? 0);
}

/** A table with header cells; the head is drawn again on each page that it goes on to. */
export function drawTable(paper: Paper, table: ReportTable): void {
  const { doc } = paper;
  const { caption } = table;
  const { head, body } = cellsOf(table);
  const layout = layOut(paper, table);
  paper.makeRoom(heightKept(paper, table));
  const part = paper.begin(paper.root, 'Table');
  if (caption !== undefined) {
    paper.tag(part, 'Caption', () => {
      doc.font('heading').fontSize(11).fillColor(ink).text(caption, margin, doc.y, { width: paper.width });
    });
    doc.moveDown(0.3);
  }
  const headPart = paper.begin(part, 'THead');
  const headRow = paper.begin(headPart, 'TR');
  drawRow(paper, { cells: head, part: headRow }, layout);
  headPart.end();
  const bodyPart = paper.begin(part, 'TBody');
  for (const [at, cells] of body.entries()) {
    if (paper.makeRoom(rowHeight(paper, cells, layout))) drawRow(paper, { cells: head }, layout);
    const row = paper.begin(bodyPart, 'TR');
    drawRow(paper, { cells, at, part: row }, layout);
    row.end();
  }
  part.end();
  doc.moveDown(0.7);
}
