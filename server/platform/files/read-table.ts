import * as z from 'zod';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { DomainError } from '../domain-error.ts';
import { readApart } from './read-apart.ts';

export type FileTable = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

const mostColumns = 200;

const cellSchema = z
  .union([z.string(), z.number(), z.boolean(), z.date(), z.null()])
  .transform((value) =>
    value === null ? '' : value instanceof Date ? value.toISOString().slice(0, 10) : String(value),
  );
const sheetSchema = z.array(z.array(cellSchema));

function notReadable(code: string, cause?: unknown): DomainError {
  return new DomainError('file-not-readable', { fields: [{ path: 'body/file', code }], cause });
}

/** Rows of cells as text, read in a process of its own within limits. */
export async function readRows({ kind, base64 }: TableFile): Promise<string[][]> {
  const job = kind === 'xlsx' ? { workbookBase64: base64 } : { csvBase64: base64 };
  const read = await readApart(job).catch((cause: unknown) => {
    throw cause instanceof DomainError ? cause : notReadable(kind === 'xlsx' ? 'not-xlsx' : 'not-csv', cause);
  });
  const parsed = sheetSchema.safeParse(read);
  if (!parsed.success) throw notReadable('no-table', parsed.error);
  return parsed.data;
}

/** Headings in the first row, and what is below them. */
export async function readTable(file: TableFile, { mostRows }: { readonly mostRows: number }): Promise<FileTable> {
  const [headings, ...rows] = await readRows(file);
  if (headings === undefined || headings.length > mostColumns) throw notReadable('no-table');
  // A firm and an address take two columns; what is no table at all often passes for one of a single column.
  const hasTable = headings.filter((heading) => heading.trim() !== '').length >= 2;
  if (!hasTable) throw notReadable('no-table');
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) throw notReadable('no-rows');
  if (rows.length > mostRows) throw notReadable('too-many-rows');
  return { headings: headings.map((heading) => heading.trim().slice(0, 120)), rows };
}
