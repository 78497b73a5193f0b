import { type BarChart, drawBarChart } from './bar-chart.ts';
import { drawIntervalChart, type IntervalChart } from './interval-chart.ts';
import { closePaper, ink, muted, openPaper, type PaperOptions } from './paper.ts';
import { drawTable, type ReportTable } from './table.ts';

/** The parts that reports are made of, in the order in which they are called. */
export type Report = {
  /** The one title. */
  title(text: string): void;
  /**
   * Begins a section, with a bookmark; level 3 within one of level 2. `room`: so many points of what follows stand on the
   * same page.
   */
  heading(level: 2 | 3, text: string, room?: number): void;
  /** `quiet`: smaller, for what one reads when one wants to know more. */
  paragraph(text: string, tone?: 'strong' | 'quiet'): void;
  list(entries: readonly string[]): void;
  table(table: ReportTable): void;
  barChart(chart: BarChart): void;
  intervalChart(chart: IntervalChart): void;
  finish(footer: (page: number, pages: number) => { left: string; right: string }): Promise<Buffer>;
};

const sizes = { 1: 22, 2: 15, 3: 11.5 } as const;
const tones = {
  plain: { font: 'text', size: 10, colour: ink },
  strong: { font: 'strong', size: 10, colour: ink },
  quiet: { font: 'text', size: 9, colour: muted },
} as const;
/** A heading is not the last line of a page: so much room for what follows it. */
const roomAfterHeading = 90;

export function beginReport(options: PaperOptions): Report {
  const paper = openPaper(options);
  const { doc, root, width } = paper;
  let bookmark = doc.outline;
  const write = (text: string, font: string, size: number, colour: string) =>
    doc.font(font).fontSize(size).fillColor(colour).text(text, { width });
  const heading = (level: 1 | 2 | 3, text: string, room = roomAfterHeading) => {
    if (level > 1) doc.moveDown(level === 2 ? 1.6 : 1);
    paper.makeRoom(sizes[level] + room);
    paper.tag(root, `H${level}`, () => write(text, 'heading', sizes[level], ink));
    doc.moveDown(0.4);
  };
  return {
    title: (text) => {
      heading(1, text);
      doc.outline.addItem(text);
    },
    heading: (level, text, room) => {
      heading(level, text, room);
      if (level === 2) bookmark = doc.outline.addItem(text);
      else bookmark.addItem(text);
    },
    paragraph: (text, tone) => {
      const { font, size, colour } = tones[tone ?? 'plain'];
      paper.makeRoom(2 * size);
      paper.tag(root, 'P', () => write(text, font, size, colour));
      doc.moveDown(0.6);
    },
    list: (entries) => {
      const list = paper.begin(root, 'L');
      for (const entry of entries) {
        paper.makeRoom(24);
        const item = paper.begin(list, 'LI');
        const top = doc.y;
        doc.font('text').fontSize(9).fillColor(ink);
        paper.tag(item, 'Lbl', () => doc.text('•', doc.x, top, { width: 10 }));
        paper.tag(item, 'LBody', () => doc.text(entry, doc.x + 12, top, { width: width - 12 }));
        doc.x -= 12;
        doc.moveDown(0.3);
        item.end();
      }
      list.end();
      doc.moveDown(0.4);
    },
    table: (table) => drawTable(paper, table),
    barChart: (chart) => drawBarChart(paper, chart),
    intervalChart: (chart) => drawIntervalChart(paper, chart),
    finish: (footer) => closePaper(paper, footer),
  };
}
