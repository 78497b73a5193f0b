import { type EditionStatus, placesLeft, type Takings, takesFirms } from './edition-states.ts';

/** What there is of the group that a firm wishes: a place, a turn on its waiting list, or nothing any more. */
export const wishStandings = ['places-left', 'waiting-list', 'gone'] as const;
export type WishStanding = (typeof wishStandings)[number];

type Wished = Pick<Takings, 'places' | 'invited' | 'placed'> & {
  readonly status: EditionStatus;
  readonly applyBy: string;
};

export function wishStandingOf(edition: Wished, today: string): WishStanding {
  if (!takesFirms(edition.status) || edition.applyBy < today) return 'gone';
  return placesLeft(edition) > 0 ? 'places-left' : 'waiting-list';
}
