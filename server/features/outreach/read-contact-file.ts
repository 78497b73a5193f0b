import type * as z from 'zod/mini';
import { type readContactFile as endpoint, mostContacts, noColumns } from '#shared/contracts/outreach.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { guessColumns } from '#shared/domain/outreach/contact-rows.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { readTable } from '../../platform/files/read-table.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';

type FileBody = z.input<(typeof endpoint.responses)[200]>;

const sampleRows = 3;
const longestShown = 80;

export async function readContactFile(
  context: Context,
  access: AccessContext,
  { organisationId, file }: { organisationId: string; file: TableFile },
): Promise<FileBody> {
  await asStaffOf(context, access, { organisationId }, async () => undefined);
  const { headings, rows } = await readTable(file, { mostRows: mostContacts });
  return {
    headings: [...headings],
    sample: rows
      .slice(0, sampleRows)
      .map((row) => headings.map((_, index) => (row[index] ?? '').slice(0, longestShown))),
    rowCount: rows.filter((row) => row.some((cell) => cell.trim() !== '')).length,
    guess: { ...noColumns, ...guessColumns(headings) },
  };
}
