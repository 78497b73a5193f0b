import * as z from 'zod';
import { mostContacts } from '#shared/contracts/outreach.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readApart } from '../../platform/files/read-apart.ts';

export type ContactFile = { readonly kind: 'xlsx' | 'csv'; readonly base64: string };
export type ContactTable = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

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

/** Headings and rows as text, read in a thread of its own within limits. Rows without anything in them are left out. */
export async function readTable({ kind, base64 }: ContactFile): Promise<ContactTable> {
  const job = kind === 'xlsx' ? { workbookBase64: base64 } : { csvBase64: base64 };
  const read = await readApart(job).catch((cause: unknown) => {
    throw cause instanceof DomainError ? cause : notReadable(kind === 'xlsx' ? 'not-xlsx' : 'not-csv', cause);
  });
  const parsed = sheetSchema.safeParse(read);
  if (!parsed.success) throw notReadable('no-table', parsed.error);
  const [headings, ...rows] = parsed.data;
  if (headings === undefined || headings.length > mostColumns) throw notReadable('no-table');
  // A firm and an address take two columns and a row; what is no table at all often passes for one of a single column.
  const hasTable = headings.filter((heading) => heading.trim() !== '').length >= 2 && rows.length > 0;
  if (!hasTable) throw notReadable('no-table');
  if (rows.length > mostContacts) throw notReadable('too-many-rows');
  return { headings: headings.map((heading) => heading.trim().slice(0, 120)), rows };
}
