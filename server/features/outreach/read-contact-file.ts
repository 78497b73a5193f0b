import type * as z from 'zod/mini';
import { type readContactFile as endpoint, mostContacts, noColumns } from '#shared/contracts/outreach.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { guessColumns } from '#shared/domain/outreach/contact-rows.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { describeTable } from '../../platform/files/describe-table.ts';
import { readTable } from '../../platform/files/read-table.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';

type FileBody = z.input<(typeof endpoint.responses)[200]>;

export async function readContactFile(
  context: Context,
  access: AccessContext,
  { organisationId, file }: { organisationId: string; file: TableFile },
): Promise<FileBody> {
  await asStaffOf(context, access, { organisationId }, async () => undefined);
  const table = await readTable(file, { mostRows: mostContacts });
  return {
    ...describeTable(table),
    guess: { ...noColumns, ...guessColumns(table.headings) },
  };
}
