import type { ReminderOutcome } from '#shared/domain/outreach/reminders.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { remindFirm } from './repository.ts';

/** Each in a transaction of its own, so that one that cannot be reminded holds up none of the others. */
export async function remindFirms<Id extends string>(
  context: Context,
  access: AccessContext,
  { organisationId, firmIds }: { organisationId: string; firmIds: readonly Id[] },
): Promise<{ firmId: Id; outcome: ReminderOutcome }[]> {
  const results: { firmId: Id; outcome: ReminderOutcome }[] = [];
  for (const firmId of new Set(firmIds)) {
    const outcome = await asStaffOf(context, access, { organisationId }, async (tx) => {
      const came = await remindFirm(tx, { firmId, organisationId }, context.clock.now());
      if (came === 'done') {
        const detail = { organisationId };
        await recordAudit(tx, { action: 'firm-reminded', objectKind: 'firm', objectId: firmId, detail });
      }
      return came;
    });
    results.push({ firmId, outcome });
  }
  context.wakeWorker();
  return results;
}
