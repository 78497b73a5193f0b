import type { Language } from '#shared/domain/language.ts';
import { writeCalendar } from '../../platform/calendar/write-calendar.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getMeetingRow } from './access.ts';
import { eventsOf } from './meeting-events.ts';
import type { MeetingPlace } from './repository.ts';
import { findFirmName } from './summary-repository.ts';

export async function buildMeetingCalendar(
  context: Context,
  access: AccessContext,
  { language, ...place }: MeetingPlace & { readonly language: Language },
): Promise<string> {
  return inTransaction(context.database, access, async (tx) => {
    const meeting = await getMeetingRow(tx, place);
    return writeCalendar(eventsOf(meeting, await findFirmName(tx, place.firmId), language));
  });
}
