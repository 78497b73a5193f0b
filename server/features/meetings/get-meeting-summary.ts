import type * as z from 'zod/mini';
import type { meetingSummarySchema } from '#shared/contracts/meeting-summary.ts';
import { settleSteps } from '#shared/domain/meeting/unagreed-step.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { composeMail } from '../../platform/mail/compose-mail.ts';
import { renderPlain } from '../../platform/mail/render-mail.ts';
import { getMeetingRow } from './access.ts';
import { composeSummary } from './compose-summary.ts';
import type { MeetingPlace } from './repository.ts';
import { findFirmName, listRecipients } from './summary-repository.ts';

export type SummaryBody = z.input<typeof meetingSummarySchema>;

/** The very mail that the first of those at the firm would get, in that reader's language. */
export async function getMeetingSummary(
  context: Context,
  access: AccessContext,
  { place, origin, taken }: { place: MeetingPlace; origin: string; taken: readonly string[] },
): Promise<SummaryBody> {
  const { meeting, firmName, recipients } = await inTransaction(context.database, access, async (tx) => ({
    meeting: await getMeetingRow(tx, place),
    firmName: await findFirmName(tx, place.firmId),
    recipients: await listRecipients(tx, place.meetingId),
  }));
  const atFirm = recipients.filter(({ isOwn }) => !isOwn);
  const language = (atFirm[0] ?? recipients[0])?.language ?? 'sv';
  const settled = { ...meeting, steps: settleSteps(meeting.steps, new Map(taken.map((key) => [key, 'take']))) };
  const { facts, agreedSteps, hasCalendar } = composeSummary(settled, { firmName, language, isForFirm: true });
  const mail = { kind: 'meeting-summary', language, facts, createdAt: context.clock.now() } as const;
  const composed = composeMail(context.bundle.mailTexts, mail, origin, undefined);
  return {
    language,
    subject: composed.subject,
    text: renderPlain(composed),
    firmRecipients: atFirm.length,
    hasCalendar,
    agreedSteps,
  };
}
