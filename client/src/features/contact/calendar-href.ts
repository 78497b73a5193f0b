import { getReferralCalendar } from '#shared/contracts/referrals.ts';
import type { Language } from '#shared/domain/language.ts';

/** Address of the calendar file of a referral. */
export function calendarHref(responseId: string, referralId: string, language: Language): string {
  return getReferralCalendar.path
    .replace(':responseId', responseId)
    .replace(':referralId', referralId)
    .replace(':language', language);
}
