import { useLingui } from '@lingui/react/macro';
import type { PlacementDocument } from '#shared/contracts/placements.ts';
import type { referralOutcomes } from '#shared/domain/referral/move-words.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { usePlacementStatus } from '../../lib/use-placement-status.ts';

type Reason = NonNullable<PlacementDocument['reason']>;
type Move = PlacementDocument['events'][number]['move'];
type Outcome = (typeof referralOutcomes)[number];

/** What places in a group, and what happens to them, are called. */
export function usePlacementWords() {
  const { t } = useLingui();
  const { firm } = useFirmWords();
  const status = usePlacementStatus();
  const reasons: Record<Reason, string> = {
    'firm-asked': t`The firm asked for it`,
    'firm-not-reached': t`The firm cannot be reached`,
    'not-eligible': t`The package does not fit the firm`,
    moved: t`The firm gets a place in another group`,
    other: t`Another reason`,
    'consent-withdrawn': t`The firm withdrew its consent`,
    'edition-cancelled': t`The group was cancelled`,
    'edition-over': t`The group ended`,
  };
  const moves: Record<Move, string> = {
    invite: t`Invited`,
    queue: t`Put on the waiting list`,
    accept: t`Said yes`,
    decline: t`Said no`,
    expire: t`The day to answer by passed`,
    leave: t`Left the group or the list`,
    complete: t`Took part to the end`,
  };
  const outcomes: Record<Outcome, string> = {
    reached: t`It reached what it wanted`,
    'partly-reached': t`It came part of the way`,
    'not-reached': t`It did not come further`,
    'too-early': t`Too early to say`,
  };
  return {
    status,
    reason: (reason: Reason) => reasons[reason],
    move: (move: Move) => moves[move],
    outcome: (outcome: Outcome) => outcomes[outcome],
    firm,
  };
}
