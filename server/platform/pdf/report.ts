import { type BarChart, drawBarChart, heightOfBars } from './bar-chart.ts';
import { closePaper, ink, muted, openPaper, type PaperOptions } from './paper.ts';
import {
  drawRulerChart,
  drawRulerLegend,
  heightOfLegend,
  heightOfRulers,
  type RulerChart,
  type RulerLegend,
} from './ruler-chart.ts';
import { drawTable, heightKept, type ReportTable } from './table.ts';

/** The parts that reports are made of, in the order in which they are called. */
export type Report = {
  /** The one title. */
  title(text: string): void;
  /** Begins a section, with a bookmark; level 3 within one of level 2. It stands on one page with what follows it. */
  heading(level: 2 | 3, text: string): void;
  /** `quiet`: smaller, for what one reads when one wants to know more. Below a heading it stays with what follows. */
  paragraph(text: string, tone?: Tone): void;
  list(entries: readonly string[]): void;
  table(table: ReportTable): void;
  barChart(chart: BarChart): void;
  rulerLegend(legend: RulerLegend): void;
  rulerChart(chart: RulerChart): void;
  finish(footer: (page: number, pages: number) => { left: string; right: string }): Promise<Buffer>;
};

const sizes = { 1: 22, 2: 15, 3: 11.5 } as const;
const tones = {
  plain: { font: 'text', size: 10, colour: ink },
  strong: { font: 'strong', size: 10, colour: ink },
  quiet: { font: 'text', size: 9, colour: muted },
} as const;
/** In points: what waits for what follows it is no higher. */
const mostHeld = 260;
/** A list no higher than this is not divided between pages. */
const listKeptTogether = 120;
/** In points, above a heading; and how much higher than its letters its line is. */
const spaceOf = { 2: 11, 3: 6 } as const;
const lineOfHeading = 1.8;
const entrySize = 9;
const entryIndent = 12;
const spaceOfEntry = 4;

type Tone = keyof typeof tones;
/** A heading that is written together with what follows it, and what is said between the two. */
type Held =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly tone: Tone; readonly text: string };

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
  const writeParagraph = (text: string, tone: Tone) => {
    const { font, size, colour } = tones[tone];
    paper.tag(root, 'P', () => write(text, font, size, colour));
    doc.moveDown(0.6);
  };
  const heightOf = (each: Held): number => {
    if (each.kind === 'heading') return spaceOf[each.level] + sizes[each.level] * lineOfHeading;
    const { font, size } = tones[each.tone];
    return doc.font(font).fontSize(size).heightOfString(each.text, { width }) + size;
  };
  let held: Held[] = [];
  const heightHeld = () => held.reduce((sum, each) => sum + heightOf(each), 0);
  /** Writes what waits for what follows it, on the page where `height` points of that stand. */
  const begin = (height = 0) => {
    if (held.length > 0) paper.makeRoom(heightHeld() + height);
    for (const each of held) {
      if (each.kind === 'paragraph') {
        writeParagraph(each.text, each.tone);
        continue;
      }
      const { level, text } = each;
      if (doc.y > doc.page.margins.top) doc.y += spaceOf[level];
      writeHeading(level, text);
      if (level === 2) bookmark = doc.outline.addItem(text);
      else bookmark.addItem(text);
    }
    held = [];
  };
  const heightOfEntry = (entry: string): number =>
    doc
      .font('text')
      .fontSize(entrySize)
      .heightOfString(entry, { width: width - entryIndent }) + spaceOfEntry;
  return {
    title: (text) => {
      writeHeading(1, text);
      doc.outline.addItem(text);
    },
    heading: (level, text) => {
      held.push({ kind: 'heading', level, text });
    },
    paragraph: (text, tone = 'plain') => {
      const own: Held = { kind: 'paragraph', tone, text };
      if (held.length > 0 && heightHeld() + heightOf(own) <= mostHeld) {
        held.push(own);
        return;
      }
      begin(2 * tones[tone].size);
      paper.makeRoom(2 * tones[tone].size);
      writeParagraph(text, tone);
    },
    list: (entries) => {
      const heights = entries.map(heightOfEntry);
      const whole = heights.reduce((sum, height) => sum + height, 0);
      begin(whole <= listKeptTogether ? whole : heights[0]);
      const list = paper.begin(root, 'L');
      for (const [place, entry] of entries.entries()) {
        paper.makeRoom(heights[place] ?? 0);
        const item = paper.begin(list, 'LI');
        const top = doc.y;
        doc.font('text').fontSize(entrySize).fillColor(ink);
        paper.tag(item, 'Lbl', () => doc.text('•', doc.x, top, { width: 10 }));
        paper.tag(item, 'LBody', () => doc.text(entry, doc.x + entryIndent, top, { width: width - entryIndent }));
        doc.x -= entryIndent;
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
    rulerLegend: (legend) => {
      begin(heightOfLegend);
      drawRulerLegend(paper, legend);
    },
    rulerChart: (chart) => {
      begin(heightOfRulers(chart));
      drawRulerChart(paper, chart);
    },
    finish: (footer) => {
      begin();
      return closePaper(paper, footer);
    },
  };
}
