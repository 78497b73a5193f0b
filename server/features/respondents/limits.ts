import type { AnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import { periodAfter } from '../../platform/period.ts';

/** How many a firm invites by mail in a day, and one address, whose holder did not ask for it. */
export const mostMailsADay = 60;
export const mostMailsADayToAddress = 3;
/** How long an invitation or a link lets somebody in, and for how long whoever is in may answer: as whoever leads may. */
const invited = { days: 30 } as const;
export const answering = { days: 180 } as const;
/** Not beyond the call that is answered: what came after it would count nowhere. Once it is over the firm answers for itself. */
export function invitationEnd(from: Date, campaign: Pick<AnsweredCampaign, 'refusesFrom'> | undefined): Date {
  const end = periodAfter(from, invited);
  if (campaign === undefined) return end;
  const last = new Date(campaign.refusesFrom.getTime() - 1);
  return last > from && last < end ? last : end;
}
/** Of the requests that one address may make, so many may present the secret of an invitation. */
export const triesShare = 0.2;
