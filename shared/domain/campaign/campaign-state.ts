import { addDays, dayNumber } from '../edition/civil-day.ts';

/** At most so many days may be given after the last one, for those who are nearly done. */
export const longestGraceDays = 30;
export const mostReminders = 4;
/** Between the first day and the last. */
export const longestCampaignDays = 366;
/** From today to the first day. */
export const longestWaitDays = 366;

export type CampaignDates = {
  /** ISO dates where the readers are. Invitations go out on the first, or when the call is opened if that is later. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** Days after the last one on which what was begun is still taken, and nobody is reminded any more. */
  readonly graceDays: number;
  /** Each of them writes to those who have not finished by then. */
  readonly reminderDays: readonly string[];
};

export type CampaignStanding = CampaignDates & { readonly isOpened: boolean; readonly isEnded: boolean };

/** `scheduled`: opened, and its first day is still to come. `ended`: by hand, before its time. */
export const campaignStates = ['draft', 'scheduled', 'open', 'grace', 'closed', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** The last day on which anything is taken. */
export const lastDayOf = ({ closesOn, graceDays }: CampaignDates): string => addDays(closesOn, graceDays);

/** How the call stands on a day. */
export function stateOn(campaign: CampaignStanding, day: string): CampaignState {
  if (!campaign.isOpened) return 'draft';
  if (campaign.isEnded) return 'ended';
  if (day < campaign.opensOn) return 'scheduled';
  if (day <= campaign.closesOn) return 'open';
  return day <= lastDayOf(campaign) ? 'grace' : 'closed';
}

/** Whether what is submitted now belongs to the call. */
export const takesAnswers = (state: CampaignState): boolean => state === 'open' || state === 'grace';

export type DateFault =
  | 'closes-before-opening'
  | 'too-long'
  | 'opens-too-late'
  | 'closes-in-the-past'
  | 'reminder-outside'
  | 'reminder-twice';

/** Whether nobody could be reminded on the day: not after the call has opened, or not while it is open. */
export const isReminderOutside = (
  day: string,
  { opensOn, closesOn }: Pick<CampaignDates, 'opensOn' | 'closesOn'>,
): boolean => day <= opensOn || day > closesOn;

/** What is wrong with the dates, as they are set on a day. */
export function dateFaults({ opensOn, closesOn, reminderDays }: CampaignDates, today: string): DateFault[] {
  const faults: DateFault[] = [];
  if (closesOn < opensOn) faults.push('closes-before-opening');
  if (dayNumber(closesOn) - dayNumber(opensOn) > longestCampaignDays) faults.push('too-long');
  if (dayNumber(opensOn) - dayNumber(today) > longestWaitDays) faults.push('opens-too-late');
  if (closesOn < today) faults.push('closes-in-the-past');
  if (reminderDays.some((day) => isReminderOutside(day, { opensOn, closesOn }))) faults.push('reminder-outside');
  if (new Set(reminderDays).size < reminderDays.length) faults.push('reminder-twice');
  return faults;
}

/** What is proposed when a call is made: three weeks, with a reminder in the middle and one near the end. */
export function proposedDates(today: string): CampaignDates {
  const opensOn = addDays(today, 1);
  return {
    opensOn,
    closesOn: addDays(opensOn, 21),
    graceDays: 3,
    reminderDays: [addDays(opensOn, 10), addDays(opensOn, 18)],
  };
}
