import type * as z from 'zod/mini';
import type { auditEntrySchema } from '#shared/contracts/account.ts';
import { auditActions } from '#shared/domain/access/audit-actions.ts';
import { type EventQuery, listEvents } from '../../platform/audit/event-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asAdministrator } from './access.ts';

const pageLength = 50;

type AuditPage = { events: z.input<typeof auditEntrySchema>[]; actions: string[]; hasMore: boolean };

export async function listAuditEvents(context: Context, access: AccessContext, query: EventQuery): Promise<AuditPage> {
  const rows = await asAdministrator(context, access, (tx) => listEvents(tx, query, pageLength + 1));
  return {
    events: rows.slice(0, pageLength).map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() })),
    actions: [...auditActions],
    hasMore: rows.length > pageLength,
  };
}
