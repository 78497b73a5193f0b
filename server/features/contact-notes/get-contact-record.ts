import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { atNotes } from './access.ts';
import { type ContactRecordBody, describeRecord } from './describe-record.ts';
import type { Place } from './repository.ts';

export async function getContactRecord(
  context: Context,
  access: AccessContext,
  place: Place,
): Promise<ContactRecordBody> {
  return atNotes(context, access, place, (tx) => describeRecord(context, tx, place));
}
