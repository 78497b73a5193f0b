import './without-canvas.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Node = {
  readonly role?: string;
  readonly alt?: string;
  readonly scope?: string;
  readonly children?: readonly Node[];
};

export type ReadPdf = {
  /** The text of each page. */
  readonly pages: readonly string[];
  readonly text: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly isTagged: boolean;
  readonly bookmarks: readonly string[];
  /** Every part of the structure, in order. */
  readonly structure: readonly Node[];
  /** How many typefaces there are, and how many of them are in the file. */
  readonly fonts: { readonly used: number; readonly embedded: number };
};

const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flatten)];

type Outline = readonly { readonly title: string; readonly items: Outline }[];
const titlesOf = (outline: Outline): string[] => outline.flatMap(({ title, items }) => [title, ...titlesOf(items)]);

/** What a program that reads a PDF finds in it. */
export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[] = [];
  const structure: Node[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' '));
    const tree = (await page.getStructTree()) as Node | null;
    if (tree !== null) structure.push(...flatten(tree));
  }
  const { info } = (await document.getMetadata()) as {
    info: { Title?: string; Author?: string; Language?: string };
  };
  const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean> | { Marked?: boolean } | null;
  const raw = file.toString('latin1');
  const occurrences = (pattern: RegExp) => raw.match(pattern)?.length ?? 0;
  return {
    pages,
    text: pages.join(' ').replaceAll(/\s+/g, ' '),
    title: info.Title ?? '',
    author: info.Author ?? '',
    language: info.Language ?? '',
    isTagged: marks instanceof Map ? marks.get('Marked') === true : marks?.Marked === true,
    bookmarks: titlesOf(((await document.getOutline()) ?? []) as Outline),
    structure,
    fonts: { used: occurrences(/\/Type \/FontDescriptor/g), embedded: occurrences(/\/FontFile[23]? /g) },
  };
}
