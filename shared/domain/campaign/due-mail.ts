import { type CampaignStanding, stateOn } from './campaign-state.ts';

/** What decides whether an invited firm is written to; days where the readers are, null for what has not happened. */
export type InvitedFirm = {
  readonly invitedOn: string | null;
  /** The reminder day that was dealt with last. */
  readonly remindedFor: string | null;
  readonly hasFinished: boolean;
  /** Has no address that may be written to: it has said no, or mail to it came back. */
  readonly isOutOfReach: boolean;
  /** The organiser wants the invitation sent again, since none has got through. */
  readonly isAskedAgain?: boolean | undefined;
};

export type Moment = { readonly day: string; readonly isNight: boolean };

export type DueMail = { readonly kind: 'invitation' } | { readonly kind: 'reminder'; readonly reminderDay: string };

/**
 * Which mail a firm is to have now, if any. Of several reminder days that have passed only the last one counts, and a
 * firm that was invited later than a reminder day is not reminded for it: nobody gets two mails at once.
 */
export function dueMail(campaign: CampaignStanding, firm: InvitedFirm, { day, isNight }: Moment): DueMail | undefined {
  if (isNight || stateOn(campaign, day) !== 'open') return undefined;
  if (firm.hasFinished || firm.isOutOfReach) return undefined;
  const { invitedOn, isAskedAgain = false } = firm;
  if (invitedOn === null || isAskedAgain) return { kind: 'invitation' };
  const after = firm.remindedFor ?? invitedOn;
  const reminderDay = campaign.reminderDays
    .filter((each) => each <= day && each > invitedOn && each > after)
    .toSorted()
    .at(-1);
  return reminderDay === undefined ? undefined : { kind: 'reminder', reminderDay };
}

/** Firms that stand alike, and how many they are. */
export type InvitedFirms = InvitedFirm & { readonly count: number };

/** How many would be written to on each reminder day that is to come, if nobody finished until then. */
export function foreseenReminders(
  campaign: CampaignStanding,
  firms: readonly InvitedFirms[],
  today: string,
): { readonly day: string; readonly firms: number }[] {
  const state = stateOn(campaign, today);
  if (state === 'closed' || state === 'ended' || state === 'grace') return [];
  // Who is still to be invited is so on the first day, or today.
  const firstDay = today > campaign.opensOn ? today : campaign.opensOn;
  const isRemindedOn = (day: string, { invitedOn, remindedFor, hasFinished, isOutOfReach }: InvitedFirm): boolean =>
    !hasFinished && !isOutOfReach && day > (invitedOn ?? firstDay) && day > (remindedFor ?? '');
  return campaign.reminderDays
    .filter((day) => day >= today)
    .toSorted()
    .map((day) => ({
      day,
      firms: firms.filter((firm) => isRemindedOn(day, firm)).reduce((total, { count }) => total + count, 0),
    }));
}
