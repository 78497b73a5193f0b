import PDFDocument from 'pdfkit';
import type { Language } from '#shared/domain/language.ts';
import { fontNames, loadFont } from './fonts.ts';

type Document = InstanceType<typeof PDFDocument>;
type Element = PDFKit.PDFStructureElement;

export const ink = '#16201f';
export const muted = '#4a5654';
export const primary = '#0f5047';
export const hairline = '#d8d4ca';

/** In points, on A4. */
export const margin = 52;
const footerSpace = 26;

/** What the description of the structure takes besides what the types of the library know. */
type TagOptions = {
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly bbox?: readonly [number, number, number, number];
};

/** The document under way: where the pen is, and the structure that a screen reader follows. */
export type Paper = {
  readonly doc: Document;
  readonly width: number;
  /** Begins a part of the structure. Whoever begins it ends it. */
  begin(parent: Element, type: string, options?: TagOptions): Element;
  /** A part of the structure with what is drawn for it. */
  tag(parent: Element, type: string, draw: () => void, options?: TagOptions): void;
  /** What is there for the eye only: lines, and what repeats from page to page. */
  decorate(draw: () => void): void;
  /** Turns the page when so many points are no longer left. True when it did. */
  makeRoom(height: number): boolean;
  readonly root: Element;
};

export type PaperOptions = {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly madeAt: Date;
};

/** A tagged A4 document by PDF/UA: language, title and structure are set, and every typeface is in it. */
export function openPaper({ title, author, language, madeAt }: PaperOptions): Paper {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + footerSpace, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: language === 'sv' ? 'sv-SE' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    info: { Title: title, Author: author, Producer: 'Måttstock', Creator: 'Måttstock', CreationDate: madeAt },
  });
  for (const name of fontNames) doc.registerFont(name, loadFont(name));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const begin = (parent: Element, type: string, options: TagOptions = {}): Element => {
    const element = doc.struct(type, options as PDFKit.Mixins.StructureElementOptions);
    parent.add(element);
    return element;
  };
  return {
    doc,
    root,
    width: doc.page.width - 2 * margin,
    begin,
    tag: (parent, type, draw, options) => {
      const element = begin(parent, type, options);
      element.add(draw);
      element.end();
    },
    decorate: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
    makeRoom: (height) => {
      if (doc.y <= margin || doc.y + height <= doc.page.height - doc.page.margins.bottom) return false;
      doc.addPage();
      return true;
    },
  };
}

/** Ends the document with its footer on every page. `footer` is given the page's number and how many there are. */
export async function closePaper(
  { doc, root, width }: Paper,
  footer: (page: number, pages: number) => { readonly left: string; readonly right: string },
): Promise<Buffer> {
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const top = doc.page.height - margin;
    const { left, right } = footer(page + 1, count);
    // The library turns the page for text below the margin.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('text').fontSize(8).fillColor(muted);
    doc.text(left, margin, top, { width: width - 60, lineBreak: true });
    doc.text(right, margin + width - 60, top, { width: 60, align: 'right' });
    doc.endMarkedContent();
  }
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
