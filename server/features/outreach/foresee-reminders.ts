import type { ReminderOutcome } from '#shared/domain/outreach/reminders.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { foreseeReminders as foresee } from './repository.ts';

/** What reminding each of the firms would come to now. */
export async function foreseeReminders<Id extends string>(
  context: Context,
  access: AccessContext,
  { organisationId, firmIds }: { organisationId: string; firmIds: readonly Id[] },
): Promise<{ firmId: Id; outcome: ReminderOutcome }[]> {
  const asked = [...new Set(firmIds)];
  const outcomes = await asStaffOf(context, access, { organisationId }, (tx) =>
    foresee(tx, { firmIds: asked, organisationId }, context.clock.now()),
  );
  return asked.map((firmId) => ({ firmId, outcome: outcomes.get(firmId) ?? 'not-found' }));
}
