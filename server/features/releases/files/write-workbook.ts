import { type CellValue, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Language } from '#shared/domain/language.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { type FileSource, markOf, namesIn, readingOf } from './file-names.ts';
import type { FileTable } from './file-table.ts';
import { tablesOf } from './tables-of.ts';
import { say } from './words.ts';

const longestSheetName = 31;
const notInSheetNames = /[[\]:*?/\\]/g;
/** Cut where it is too long, also in the middle of a sign, and then without what a name may not begin or end with. */
const cutTo = (length: number, name: string): string =>
  name
    .slice(0, length)
    .toWellFormed()
    .replaceAll(/^'+|'+$/g, '');

/** `taken`: in small letters, since two names are the same to Excel whatever their case. */
function sheetNameOf(name: string, taken: ReadonlySet<string>): string {
  const plain = cutTo(longestSheetName, name.replaceAll(notInSheetNames, ' '));
  let free = plain;
  // One of the others may be called what the mark makes of this one.
  for (let number = taken.size; taken.has(free.toLowerCase()); number += 1) {
    const mark = ` ${number}`;
    free = cutTo(longestSheetName - mark.length, plain) + mark;
  }
  return free;
}

type Names = ReturnType<typeof namesIn>;

const headOf = ({ breakdown, figures }: FileTable, names: Names, language: Language): CellValue[] => [
  say('measure', language),
  ...(breakdown.length === 0 ? [say('group', language)] : breakdown.map(names.attribute)),
  ...figures.map(({ name }) => name[language]),
];

/** A row for each group that is asked of. */
function rowsOf({ breakdown, measures, groups, figures, read }: FileTable, names: Names) {
  return measures.flatMap((measure) =>
    groups.flatMap(({ key, place }): CellValue[][] => {
      const values = figures.map((figure) => read(measure, key, figure));
      if (values.every((value) => value === undefined)) return [];
      const group = breakdown.map((code) => names.value(code, place[code] ?? ''));
      return [
        [
          names.measure(measure),
          ...(breakdown.length === 0 ? [names.whole] : group),
          ...values.map((value) => value ?? markOf(value)),
        ],
      ];
    }),
  );
}

const bold = { style: { font: { bold: true } } };

/** The head stays when one scrolls, and each column can be sorted and chosen from. */
function sheetOf(name: string, head: CellValue[], rows: CellValue[][]): WriteSheet {
  return {
    name,
    rows: [head, ...rows],
    cells: new Map([...head.keys()].map((at) => [`0,${at}`, bold])),
    columns: head.map((_, at) => ({ width: at < 3 ? 34 : 16 })),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${colToLetter(head.length - 1)}${rows.length + 1}` },
  };
}

/** How to read it first, then a sheet for each table. Text is text and numbers are numbers: there is no formula in it. */
export async function writeWorkbook(source: FileSource, language: Language): Promise<Buffer> {
  const { release } = source;
  const names = namesIn(release, language);
  const about: WriteSheet = {
    name: say('readMe', language),
    rows: [names.title, names.source, ...readingOf(source, language)].map((text) => [text]),
    columns: [{ width: 120 }],
  };
  const sheets = [about];
  const taken = new Set([about.name.toLowerCase()]);
  for (const table of tablesOf(release.document).tables) {
    const name = sheetNameOf(
      `${table.kind[language]}, ${lowerFirst(names.breakdown(table.breakdown), language)}`,
      taken,
    );
    taken.add(name.toLowerCase());
    sheets.push(sheetOf(name, headOf(table, names, language), rowsOf(table, names)));
  }
  // A file that is made twice is the same: it is as old as the release.
  const publishedAt = new Date(release.publishedAt);
  const bytes = await writeXlsx({
    sheets,
    properties: { title: names.title, creator: 'Måttstock', created: publishedAt, modified: publishedAt },
  });
  return Buffer.from(bytes);
}
