import { getReferralCalendar } from '#shared/contracts/referrals.ts';
import type { Language } from '#shared/domain/language.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';

/** Address of the calendar file of a referral. */
export function calendarHref(responseId: string, referralId: string, language: Language): string {
  return endpointAddress(getReferralCalendar, { responseId, referralId, language });
}
