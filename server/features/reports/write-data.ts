import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Language } from '#shared/domain/language.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import type { Report } from '#shared/domain/report/report.ts';
import { writeCalendar } from '../../platform/calendar/write-calendar.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import {
  aboutTable,
  agreementTable,
  answerTable,
  type Cell,
  levelTable,
  suggestionTable,
  type Table,
} from './report-tables.ts';
import { say, titleOf } from './report-words.ts';

const day = { style: { numFmt: 'yyyy-mm-dd' } };
const bold = { style: { font: { bold: true } } };

function stylesOf({ head, rows }: Table): WriteSheet['cells'] {
  const cells: NonNullable<WriteSheet['cells']> = new Map(head.map((_, at) => [`0,${at}`, bold]));
  for (const [at, row] of rows.entries())
    for (const [place, cell] of row.entries()) if (cell instanceof Date) cells.set(`${at + 1},${place}`, day);
  return cells;
}

function sheetOf(table: Table): WriteSheet {
  const { name, head, rows } = table;
  const cells = stylesOf(table);
  return {
    name,
    rows: [[...head], ...rows.map((row) => [...row])],
    ...(cells === undefined ? {} : { cells }),
    columns: head.map((_, at) => ({ width: at < 2 ? 24 : 20 })),
    freezePane: { rows: 1 },
  };
}

const tablesOf = (report: Report, sha256: string, language: Language): Table[] => [
  levelTable(report, language),
  answerTable(report, language),
  ...[agreementTable(report, language)].filter((table) => table !== undefined),
  suggestionTable(report, language),
  aboutTable(report, sha256, language),
];

/** Text is text, numbers are numbers and dates are dates: there is no formula in it. */
export async function writeWorkbook(report: Report, sha256: string, language: Language): Promise<Buffer> {
  const made = new Date(`${report.asOf}T00:00:00Z`);
  const tables = tablesOf(report, sha256, language);
  const properties = { title: titleOf(report, language), creator: 'Måttstock', created: made, modified: made };
  return Buffer.from(await writeXlsx({ sheets: tables.map(sheetOf), properties }));
}

/** A decimal comma in Swedish, which Excel in Swedish reads together with semicolons. */
function csvCell(cell: Cell, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return language === 'sv' ? String(cell).replace('.', ',') : String(cell);
  return csvText(cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);
}

/** The same tables below each other: an empty line between each. */
export function writeTable(report: Report, sha256: string, language: Language): string {
  const tables = tablesOf(report, sha256, language);
  const lines = tables.flatMap(({ head, rows }, at) => [
    ...(at === 0 ? [] : [[]]),
    head.map((text) => csvText(text)),
    ...rows.map((row) => row.map((cell) => csvCell(cell, language))),
  ]);
  return csvStart + lines.map(csvLine).join('');
}

/** When the firm is to answer again: on the same day a year later, the whole day. */
export function writeNextRound({ firm, receipt, asOf }: Report, language: Language): string {
  const [year = 0, month = 1, dayOfMonth = 1] = swedishDate(new Date(receipt.submittedAt)).split('-').map(Number);
  const start = new Date(Date.UTC(year + 1, month - 1, dayOfMonth));
  return writeCalendar([
    {
      id: `next-round-${receipt.number}`,
      stamp: new Date(`${asOf}T00:00:00Z`),
      start,
      summary: firm.name === null ? say('roundTitle', language) : `${say('roundTitle', language)}: ${firm.name}`,
      description: say('roundText', language, { receipt: receipt.number }),
    },
  ]);
}
