import type { Package } from './package.ts';
import type { Suggestion } from './routing.ts';
import type { KnownEdition, RoutingContext } from './routing-context.ts';

/** How the group of a package stands for one firm on the day it is routed. */
export type GroupStanding = {
  readonly cohort: Suggestion['cohort'];
  /** Those that the firm can join now, the earliest start first. */
  readonly joinable: readonly KnownEdition[];
  /** The package whose days are in the way of every group that takes firms. */
  readonly clashesWith: string | null;
  /** Last days to apply have passed for every group that there is. */
  readonly isClosed: boolean;
};

/**
 * What the editions of a package mean for the firm: one that takes firms and meets on other days than what the firm is
 * in makes the group open; where all are full one waits for a place. Without knowledge of editions the package's own
 * way of taking firms stands.
 */
export function findGroupStanding({ code, intake }: Package, context: RoutingContext): GroupStanding {
  const editions = (context.editions ?? []).filter(({ packageCode }) => packageCode === code).toSorted(byStart);
  const open = editions.filter(({ standing }) => standing === 'open');
  const joinable = open.filter((edition) => clashingOwn(edition, context) === undefined);
  if (joinable.length > 0) return { cohort: 'open', joinable, clashesWith: null, isClosed: false };
  const clash = open.map((edition) => clashingOwn(edition, context)).find((own) => own !== undefined);
  const isFull = open.length === 0 && editions.some(({ standing }) => standing === 'full');
  return {
    cohort: isFull && intake === 'when-enough-firms' ? 'full' : intake,
    joinable,
    clashesWith: clash ?? null,
    isClosed: open.length === 0 && !isFull && editions.length > 0,
  };
}

const byStart = (one: KnownEdition, other: KnownEdition): number => (one.startsOn < other.startsOn ? -1 : 1);

const clashingOwn = (edition: KnownEdition, { ownEditions }: RoutingContext): string | undefined =>
  (ownEditions ?? []).find((own) => meetAtSameTime(own, edition))?.packageCode;

/** Whether both meet at one time on one day. Editions whose days are not set yet are in nobody's way. */
export function meetAtSameTime(one: Pick<KnownEdition, 'days'>, other: Pick<KnownEdition, 'days'>): boolean {
  return one.days.some((day) =>
    other.days.some(
      ({ heldOn, startsAt, endsAt }) => day.heldOn === heldOn && day.startsAt < endsAt && startsAt < day.endsAt,
    ),
  );
}
