import { type BarChart, drawBarChart, heightOfBars } from './bar-chart.ts';
import { drawIntervalChart, type IntervalChart } from './interval-chart.ts';
import { closePaper, ink, muted, openPaper, type PaperOptions } from './paper.ts';
import { drawTable, heightKept, type ReportTable } from './table.ts';

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
/** In points, above a heading; and how much higher than its letters its line is. */
const spaceOf = { 2: 20, 3: 12 } as const;
const lineOfHeading = 1.8;

/** A heading that is written together with what follows it. */
type Held = { readonly level: 2 | 3; readonly text: string; readonly room: number };

export function beginReport(options: PaperOptions): Report {
  const paper = openPaper(options);
  const { doc, root, width } = paper;
  let bookmark = doc.outline;
  const write = (text: string, font: string, size: number, colour: string) =>
    doc.font(font).fontSize(size).fillColor(colour).text(text, { width });
  const writeHeading = (level: 1 | 2 | 3, text: string) => {
    paper.tag(root, `H${level}`, () => write(text, 'heading', sizes[level], ink));
    doc.moveDown(0.4);
  };
  let held: Held[] = [];
  /** Writes the headings that wait for what follows them, on the page where `height` points of it stand. */
  const begin = (height = 0) => {
    const own = held.reduce((sum, { level }) => sum + spaceOf[level] + sizes[level] * lineOfHeading, 0);
    if (held.length > 0) paper.makeRoom(own + Math.max(height, ...held.map(({ room }) => room)));
    for (const { level, text } of held) {
      if (doc.y > doc.page.margins.top) doc.y += spaceOf[level];
      writeHeading(level, text);
      if (level === 2) bookmark = doc.outline.addItem(text);
      else bookmark.addItem(text);
    }
    held = [];
  };
  return {
    title: (text) => {
      writeHeading(1, text);
      doc.outline.addItem(text);
    },
    heading: (level, text, room = roomAfterHeading) => {
      held.push({ level, text, room });
    },
    paragraph: (text, tone) => {
      begin();
      const { font, size, colour } = tones[tone ?? 'plain'];
      paper.makeRoom(2 * size);
      paper.tag(root, 'P', () => write(text, font, size, colour));
      doc.moveDown(0.6);
    },
    list: (entries) => {
      begin();
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
    table: (table) => {
      begin(heightKept(paper, table));
      drawTable(paper, table);
    },
    barChart: (chart) => {
      begin(heightOfBars(chart));
      drawBarChart(paper, chart);
    },
    intervalChart: (chart) => {
      begin();
      drawIntervalChart(paper, chart);
    },
    finish: (footer) => {
      begin();
      return closePaper(paper, footer);
    },
  };
}
