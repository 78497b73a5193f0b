import { Readable } from 'node:stream';
import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import type { ExportFormat } from '#shared/contracts/advisor-queue.ts';
import type { Language } from '#shared/domain/language.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import type { ExportColumn, ExportKind, ExportRow, ExportValue } from './export-columns.ts';
import { exportColumns, rounded } from './export-columns.ts';

type Names = Parameters<ExportColumn['read']>[1]['names'];

export type ExportSource = {
  readonly rows: AsyncIterable<ExportRow>;
  readonly language: Language;
  readonly names: Names;
  /** What was asked for, as the JSON file repeats it. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly madeAt: Date;
};

const yesNo: Readonly<Record<Language, readonly [yes: string, no: string]>> = { sv: ['ja', 'nej'], en: ['yes', 'no'] };

function csvValue(value: ExportValue, kind: ExportKind, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'string') return csvText(value);
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (value instanceof Date) return swedishDate(value);
  // As Excel in Swedish reads it; in English with a point.
  return kind === 'decimals' && language === 'sv'
    ? rounded(value).toFixed(1).replace('.', ',')
    : csvNumber(value, kind);
}

const csvNumber = (value: number, kind: ExportKind): string =>
  kind === 'decimals' ? rounded(value).toFixed(1) : String(value);

async function* csvLines({ rows, language, names }: ExportSource): AsyncGenerator<string> {
  yield `${csvStart}${csvLine(exportColumns.map(({ header }) => csvText(header[language])))}`;
  for await (const row of rows) {
    yield csvLine(
      exportColumns.map((column) => csvValue(column.read(row, { names, language }), column.kind, language)),
    );
  }
}

function jsonValue(column: ExportColumn, row: ExportRow, source: ExportSource): unknown {
  const value = column.readCode === undefined ? column.read(row, source) : column.readCode(row);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' && column.kind === 'decimals' ? rounded(value) : value;
}

/** Codes in place of words, so that a program can rely on them. `count` at the end tells that it is whole. */
async function* jsonPieces(source: ExportSource): AsyncGenerator<string> {
  const head = { format: 'mattstock-queue-1', madeAt: source.madeAt.toISOString(), filter: source.filter };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let count = 0;
  for await (const row of source.rows) {
    const entries = exportColumns.map((column) => [column.code, jsonValue(column, row, source)]);
    yield `${count === 0 ? '' : ','}\n${JSON.stringify(Object.fromEntries(entries))}`;
    count += 1;
  }
  yield `\n],"count":${count}}\n`;
}

function cellOf(value: ExportValue, kind: ExportKind, language: Language): CellValue {
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  // A day is the same wherever the file is opened.
  if (value instanceof Date) return new Date(`${swedishDate(value)}T00:00:00Z`);
  return typeof value === 'number' && kind === 'decimals' ? rounded(value) : value;
}

async function* cellRows({ rows, language, names }: ExportSource): AsyncGenerator<CellValue[]> {
  for await (const row of rows) {
    yield exportColumns.map((column) => cellOf(column.read(row, { names, language }), column.kind, language));
  }
}

const numberFormats: Partial<Record<ExportKind, string>> = { date: 'yyyy-mm-dd', decimals: '0.0', whole: '0' };
const widths: Readonly<Record<ExportKind, number>> = { text: 26, whole: 9, decimals: 13, date: 12, 'yes-no': 12 };
const sheetName: Readonly<Record<Language, string>> = { sv: 'Arbetskö', en: 'Work queue' };

/** Cells of their own kind: text is text, whatever it begins with. */
function xlsxStream(source: ExportSource): Readable {
  const { language } = source;
  const columns = exportColumns.map(({ header, kind }) => {
    const numFmt = numberFormats[kind];
    return { header: header[language], width: widths[kind], ...(numFmt === undefined ? {} : { numFmt }) };
  });
  return Readable.fromWeb(
    writeXlsxStream(cellRows(source), { name: sheetName[language], columns, freezePane: { rows: 1 } }),
  );
}

/** The file, made as it is taken: nothing of it is kept but the piece that is on its way. */
export function writeExport(format: ExportFormat, source: ExportSource): Readable {
  switch (format) {
    case 'xlsx':
      return xlsxStream(source);
    case 'csv':
      return Readable.from(csvLines(source), { objectMode: false });
    case 'json':
      return Readable.from(jsonPieces(source), { objectMode: false });
  }
}
