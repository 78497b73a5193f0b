import { hairline, ink, margin, muted, type Paper } from './paper.ts';

export type ReportTable = {
  /** Left out where the heading above says the same. */
  readonly caption?: string;
  /** The first column names its row, the others hold numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

type Element = PDFKit.PDFStructureElement;
type Cell = { readonly text: string; readonly type: 'TH' | 'TD'; readonly scope?: 'Column' | 'Row' };

const gap = 3;
const numberWidth = 110;
const captionHeight = 20;
/** A table no higher than this is not divided between pages. */
const keptTogether = 260;

function widths(count: number, width: number): number[] {
  return Array.from({ length: count }, (_, place) => (place === 0 ? width - (count - 1) * numberWidth : numberWidth));
}

function styleOf(paper: Paper, { type, scope }: Cell) {
  return paper.doc
    .font(type === 'TH' ? 'strong' : 'text')
    .fontSize(scope === 'Column' ? 8.5 : 9.5)
    .fillColor(scope === 'Column' ? muted : ink);
}

function rowHeight(paper: Paper, cells: readonly Cell[]): number {
  const columns = widths(cells.length, paper.width);
  const heights = cells.map((cell, place) =>
    styleOf(paper, cell).heightOfString(cell.text, { width: (columns[place] ?? 0) - gap }),
  );
  return Math.max(...heights) + 2 * gap;
}

/** `row`: its place in the structure; undefined where the row repeats what has been said. */
function drawRow(paper: Paper, cells: readonly Cell[], row: Element | undefined): void {
  const { doc } = paper;
  const columns = widths(cells.length, paper.width);
  const height = rowHeight(paper, cells);
  const top = doc.y;
  let left = margin;
  for (const [place, cell] of cells.entries()) {
    const width = columns[place] ?? 0;
    const from = left;
    const draw = () =>
      void styleOf(paper, cell).text(cell.text, from, top + gap, {
        width: width - (place === 0 ? gap : 0),
        align: place === 0 ? 'left' : 'right',
      });
    if (row === undefined) paper.decorate(draw);
    else paper.tag(row, cell.type, draw, cell.scope === undefined ? {} : { scope: cell.scope });
    left += width;
  }
  doc.x = margin;
  doc.y = top + height;
  const isHead = cells[0]?.scope === 'Column';
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

/** How much of a table stands on one page at least: all of a small one, else its head with the first row. */
export function heightKept(paper: Paper, table: ReportTable): number {
  const { head, body } = cellsOf(table);
  const heights = [head, ...body].map((row) => rowHeight(paper, row));
  const whole = captionHeight + heights.reduce((total, height) => total + height, 0);
  return whole <= keptTogether ? whole : captionHeight + (heights[0] ?? 0) + (heights[1] ?? 0);
}

/** A table with header cells; the head is drawn again on each page that it goes on to. */
export function drawTable(paper: Paper, table: ReportTable): void {
  const { doc } = paper;
  const { caption } = table;
  const { head, body } = cellsOf(table);
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
  drawRow(paper, head, headRow);
  headPart.end();
  const bodyPart = paper.begin(part, 'TBody');
  for (const cells of body) {
    if (paper.makeRoom(rowHeight(paper, cells))) drawRow(paper, head, undefined);
    const row = paper.begin(bodyPart, 'TR');
    drawRow(paper, cells, row);
    row.end();
  }
  part.end();
  doc.moveDown(1);
}
