import { type CampaignStanding, stateOn } from './campaign-state.ts';
import { foldGroups, type RateCount, type RateGroup, sumOf } from './response-rate.ts';

/** Of whom a call is. A provider follows each firm, a region only how many have answered. */
export const organiserKinds = ['provider', 'region'] as const;
export type OrganiserKind = (typeof organiserKinds)[number];

/** A region is told nothing of what fewer have done together. */
export const smallestToldGroup = 5;

/** What a region is told of how far the firms of its call have come, of those invited on an earlier day. */
export type ToldToRegion = {
  readonly invited: number;
  /** Null as long as fewer than five are counted. Never as many as are counted. */
  readonly begun: number | null;
  readonly finished: number | null;
  readonly groups: readonly RateGroup[];
};

/**
 * Five at least, of which two at least have not begun: of one that has not, the other could work out that all the rest
 * have, and of none everybody could.
 */
const mayBeTold = ({ invited, begun }: RateCount): boolean => invited >= smallestToldGroup && invited - begun >= 2;

/**
 * What is told of groups that divide the invited firms in one way. Of no firm it can be worked out that it has begun or
 * finished: each number holds of five at least and leaves one of them out at least. That none has is told: it holds of all
 * firms before they are asked, and the firm is told so. It is one division alone, since of
 * two the groups could be subtracted from each other. That holds of two readings as well, since who is counted anew has
 * been invited for a day, and may have begun as any other.
 */
export function toldToRegion(groups: readonly RateGroup[]): ToldToRegion {
  const { invited, begun, finished } = sumOf(groups);
  if (invited < smallestToldGroup) return { invited, begun: null, finished: null, groups: [] };
  const most = invited - 1;
  return {
    invited,
    begun: Math.min(begun, most),
    finished: Math.min(finished, most),
    groups: foldGroups(groups, mayBeTold),
  };
}

/**
 * How many of all firms of the call are reminded at most on each reminder day after today, worked out from nothing but
 * what is told otherwise. Null for fewer than five.
 */
export function toldReminders(
  campaign: CampaignStanding,
  told: Pick<ToldToRegion, 'invited' | 'finished'>,
  { firms, today }: { readonly firms: number; readonly today: string },
): { readonly day: string; readonly firms: number | null }[] {
  const state = stateOn(campaign, today);
  if (state === 'closed' || state === 'ended' || state === 'grace') return [];
  // Who is counted may be in the call no longer.
  const most = Math.max(firms, told.invited) - (told.finished ?? 0);
  return campaign.reminderDays
    .filter((day) => day > today)
    .toSorted()
    .map((day) => ({ day, firms: most < smallestToldGroup ? null : most }));
}
