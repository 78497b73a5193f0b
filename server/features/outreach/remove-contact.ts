import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { deleteContact } from './repository.ts';

export async function removeContact(
  context: Context,
  access: AccessContext,
  place: { organisationId: string; contactId: string },
): Promise<{ isRemoved: true }> {
  return asStaffOf(context, access, { organisationId: place.organisationId }, async (tx) => {
    if (!(await deleteContact(tx, place))) throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'contact-removed',
      objectKind: 'organisation',
      objectId: place.organisationId,
    });
    return { isRemoved: true };
  });
}
