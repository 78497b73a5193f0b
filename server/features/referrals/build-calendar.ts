import type { Language } from '#shared/domain/language.ts';
import { weekdayAfter } from '#shared/domain/referral/weekday-after.ts';
import { writeCalendar } from '../../platform/calendar/write-calendar.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { getReferral } from './access.ts';
import { describeReferral } from './describe-referral.ts';

const waitingWeekdays = 5;

const words: Record<Language, { summary: (provider: string) => string; description: (name: string) => string }> = {
  sv: {
    summary: (provider) => `Har ${provider} hört av sig?`,
    description: (name) =>
      `Ni bad om kontakt om paketet "${name}". Har ingen hört av sig än? Öppna Måttstock och se hur det går.`,
  },
  en: {
    summary: (provider) => `Has ${provider} been in touch?`,
    description: (name) =>
      `You asked to be contacted about the package "${name}". Heard nothing yet? Open Måttstock and see where it stands.`,
  },
};

/** An all-day reminder five weekdays after the request. The same referral always gives the same event. */
export async function buildCalendar(
  context: Context,
  access: AccessContext,
  wanted: { responseId: string; referralId: string; language: Language; origin: string },
): Promise<string> {
  const row = await inTransaction(context.database, access, (tx) =>
    getReferral(tx, wanted.responseId, wanted.referralId),
  );
  const referral = await describeReferral(context, row);
  const text = words[wanted.language];
  return writeCalendar([
    {
      id: row.referralId,
      stamp: row.createdAt,
      start: new Date(weekdayAfter(row.createdAt.getTime(), waitingWeekdays)),
      summary: text.summary(referral.providerName[wanted.language]),
      description: text.description(referral.packageName[wanted.language]),
      url: `${wanted.origin}/responses/${wanted.responseId}/referrals`,
    },
  ]);
}
