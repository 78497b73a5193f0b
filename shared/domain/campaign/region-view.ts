import { type CampaignStanding, stateOn } from './campaign-state.ts';
import { foldGroups, type RateCount, type RateGroup, sumOf } from './response-rate.ts';

/** Of whom a call is. A provider follows each firm, a region only how many have answered. */
export const organiserKinds = ['provider', 'region'] as const;
export type OrganiserKind = (typeof organiserKinds)[number];

/** A region is told nothing of what fewer have done together. */
export const smallestToldGroup = 5;

/** What a region is told of how far the firms of its call have come. */
export type ToldToRegion = {
  readonly invited: number;
  /** Null as long as fewer than five have been invited. Never as many as were invited. */
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
 * finished: each number holds of five at least and leaves one of them out at least. It is one division alone, since of
 * two the groups could be subtracted from each other.
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
 * How many are reminded at most on each reminder day after today, worked out from nothing but what is told otherwise.
 * Null for fewer than five.
 */
export function toldReminders(
  campaign: CampaignStanding,
  told: Pick<ToldToRegion, 'invited' | 'finished'>,
  { toBeReached, today }: { readonly toBeReached: number; readonly today: string },
): { readonly day: string; readonly firms: number | null }[] {
  const state = stateOn(campaign, today);
  if (state === 'closed' || state === 'ended' || state === 'grace') return [];
  const most = told.invited - (told.finished ?? 0) + toBeReached;
  return campaign.reminderDays
    .filter((day) => day > today)
    .toSorted()
    .map((day) => ({ day, firms: most < smallestToldGroup ? null : most }));
}
