import { createHash } from 'node:crypto';
import type { FileFormat } from '#shared/contracts/release-files.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { type Language, type LocalisedText, languages } from '#shared/domain/language.ts';
import { type FileSource, namesIn } from './file-names.ts';
import type { FileTable } from './file-table.ts';
import { tablesOf } from './tables-of.ts';
import { sayBoth } from './words.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonStat } from './write-json-stat.ts';
import { writePx } from './write-px.ts';
import { writeWorkbook } from './write-workbook.ts';

/** One file of a release, made from its document and from nothing else. */
export type ReleaseFile = {
  readonly name: string;
  readonly format: FileFormat;
  readonly language: Language | null;
  readonly table: LocalisedText | null;
  readonly mediaType: string;
  readonly make: () => Promise<Buffer>;
};

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'json-stat': 'application/json',
  px: 'text/x-pcaxis; charset=utf-8',
  json: 'application/json',
};

const bytesOf = (text: string): Promise<Buffer> => Promise.resolve(Buffer.from(text));

const tableName = ({ kind, breakdown }: FileTable, { release }: FileSource): LocalisedText =>
  sayBoth('tableName', (language) => ({
    breakdown: namesIn(release, language).breakdown(breakdown),
    kind: kind[language].toLocaleLowerCase(language),
  }));

/** The files of a release in the order in which they are offered: for people first. */
export function filesOf(source: FileSource): ReleaseFile[] {
  const { document } = source.release;
  const { attributes, tables } = tablesOf(document);
  const whole = (format: FileFormat, name: string, language: Language | null, make: () => Promise<Buffer>) => ({
    ...{ name, format, language, make },
    table: null,
    mediaType: mediaTypes[format],
  });
  return [
    ...languages.map((language) =>
      whole('xlsx', `figures-${language}.xlsx`, language, () => writeWorkbook(source, language)),
    ),
    ...languages.map((language) =>
      whole('csv', `figures-${language}.csv`, language, () => bytesOf(writeCsv(source.release, language))),
    ),
    ...languages.map((language) =>
      whole('json-stat', `json-stat-${language}.json`, language, () => bytesOf(writeJsonStat(source, language))),
    ),
    ...tables.map((table, at) => ({
      ...whole('px', `${table.code}.px`, null, () => bytesOf(writePx(source, { table, attributes }, at))),
      table: tableName(table, source),
    })),
    whole('json', 'document.json', null, () => bytesOf(canonicalJson(document))),
  ];
}

export type FileDigest = { readonly bytes: number; readonly sha256: string };

export const digestOf = (bytes: Buffer): FileDigest => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
