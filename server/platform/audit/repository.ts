import SQL from '@nearform/sql';
import type { AuditAction } from '#shared/domain/access/audit-actions.ts';
import { exec, type Queryable } from '../database/query.ts';

export type AuditEvent = {
  readonly action: AuditAction;
  readonly objectKind: string;
  readonly objectId: string;
  /** Codes and counts; never a name, an address or an answer. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** Who it was where no session says so yet: at sign-in. */
  readonly actorPersonId?: string;
};

/** In the transaction of what it tells about: if this fails, that does not happen either. */
export async function recordAudit(tx: Queryable, event: AuditEvent): Promise<void> {
  await exec(
    tx,
    SQL`select record_audit_event(${event.action}, ${event.objectKind}, ${event.objectId},
      ${JSON.stringify(event.detail ?? {})}, ${event.actorPersonId ?? null})`,
  );
}
