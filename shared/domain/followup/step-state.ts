import type { EditionStatus } from '../edition/edition-states.ts';
import type { Activity } from './activity.ts';

export const stepStates = ['started', 'stopped', 'planned', 'not-started'] as const;
export type StepState = (typeof stepStates)[number];

/** An edition without its firms. */
export type FollowedEdition = {
  readonly packageCode: string;
  readonly status: EditionStatus;
  readonly startsOn: string;
  readonly endsOn: string;
};

export type FollowedStep = {
  readonly state: StepState;
  /** The first day of what is in that state, the earliest; null where there is nothing. */
  readonly since: string | null;
  /** Whether something of it goes on today. */
  readonly isOngoing: boolean;
};

type Part = { readonly state: Exclude<StepState, 'not-started'>; readonly from: string; readonly isOngoing: boolean };

function partOfActivity({ status, from }: Activity): Part {
  const state = status === 'planned' || status === 'stopped' ? status : 'started';
  return { state, from, isOngoing: status === 'started' };
}

type WhetherHeld = Pick<FollowedEdition, 'status' | 'startsOn'>;

/**
 * A group has begun when its first day has come and its provider has confirmed that it is held. Null when it counts for
 * nothing: it is cancelled, or the day has gone by and nobody said that it was held.
 */
export function stateOfEdition({ status, startsOn }: WhetherHeld, today: string): 'started' | 'planned' | null {
  if (status === 'cancelled') return null;
  if (startsOn > today) return 'planned';
  return status === 'confirmed' || status === 'completed' ? 'started' : null;
}

function partOfEdition(edition: FollowedEdition, today: string): Part | null {
  const { status, startsOn: from, endsOn } = edition;
  const state = stateOfEdition(edition, today);
  if (state === null) return null;
  return { state, from, isOngoing: state === 'started' && status === 'confirmed' && endsOn >= today };
}

/** The first of these that anything is in is where the step stands: what is planned anew is more than what was stopped. */
const decidingStates = ['started', 'planned', 'stopped'] as const;

/**
 * Where a step of the strategy stands, by what is written down of it. It has started as soon as one activity has, or one
 * edition of a package that leads to it. What has started stays so, also when it has ended; what was stopped before it was
 * done is no start, and where there is nothing else the step is stopped.
 */
export function followStep(
  { activities, editions }: { readonly activities: readonly Activity[]; readonly editions: readonly FollowedEdition[] },
  today: string,
): FollowedStep {
  const parts = [
    ...activities.map(partOfActivity),
    ...editions.flatMap((edition) => partOfEdition(edition, today) ?? []),
  ];
  const state = decidingStates.find((each) => parts.some((part) => part.state === each)) ?? 'not-started';
  const deciding = parts.filter((part) => part.state === state);
  const since = deciding.map(({ from }) => from).toSorted()[0] ?? null;
  return { state, since, isOngoing: parts.some(({ isOngoing }) => isOngoing) };
}
