import type * as z from 'zod/mini';
import type { listContacts as endpoint } from '#shared/contracts/outreach.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { countContacts, listContactRows } from './repository.ts';

type ContactsBody = z.input<(typeof endpoint.responses)[200]>;

const pageLength = 100;

export async function listContacts(
  context: Context,
  access: AccessContext,
  {
    organisationId,
    search,
    page = 0,
  }: { organisationId: string; search?: string | undefined; page?: number | undefined },
): Promise<ContactsBody> {
  return asStaffOf(context, access, { organisationId }, async (tx) => {
    const rows = await listContactRows(tx, { organisationId, search, offset: page * pageLength, limit: pageLength });
    return {
      contacts: rows.map((row) => ({
        ...row,
        importedAt: row.importedAt.toISOString(),
        invitedAt: row.invitedAt?.toISOString() ?? null,
      })),
      count: await countContacts(tx, organisationId, search),
    };
  });
}
