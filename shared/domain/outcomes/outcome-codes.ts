import { acceptedStates, firstOutcomes } from '../achievement/requests.ts';
import { moveReasons } from '../referral/move-words.ts';
import { declineReasons } from '../routing/support-choices.ts';

/** What is counted. `ask`: for something that does not exist, by dimension; all others by package. */
export const outcomeKinds = ['suggestion', 'request', 'placement', 'ask'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What is counted by package, and divided. */
export const packageKinds = ['suggestion', 'request', 'placement'] as const satisfies readonly OutcomeKind[];
export type PackageKind = (typeof packageKinds)[number];

/**
 * What a firm made of a suggestion. `first` and `later`: where it stands in the firm's own order, which there is once the firm
 * has moved one; otherwise `unchanged`, whatever the firm thinks.
 */
export const suggestionOutcomes = ['first', 'later', 'unchanged', 'declined'] as const;

/** Where a firm is with a group. `asked`: invited or on the waiting list. `left`: it dropped out. */
export const placementOutcomes = ['asked', 'placed', 'completed', 'left', 'declined', 'expired'] as const;

/** A code with the codes that divide what is behind it. */
export type Divided = { readonly code: string; readonly details: readonly string[] };

/** How what is counted by package is divided: where it stood, and what it came to. Every code is listed, also where nothing is. */
export type Layout = { readonly places: readonly string[]; readonly outcomes: readonly Divided[] };

const plainly = (codes: readonly string[], details: Readonly<Record<string, readonly string[]>> = {}): Divided[] =>
  codes.map((code) => ({ code, details: details[code] ?? [] }));

export const layouts: Readonly<Record<PackageKind, Layout>> = {
  suggestion: { places: ['1', '2', '3'], outcomes: plainly(suggestionOutcomes, { declined: declineReasons }) },
  request: {
    places: ['suggested', 'not-suggested'],
    outcomes: plainly(firstOutcomes, { accepted: acceptedStates, declined: moveReasons.decline }),
  },
  placement: { places: ['suggested', 'not-suggested', 'no-request'], outcomes: plainly(placementOutcomes) },
};
