import {
  moveReferral,
  type ReferralMove,
  type ReferralStatus,
  referralParties,
} from '#shared/domain/referral/referral-states.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import { addDays, addHours, addWeekdays } from './calendar.ts';
import type { Dice } from './dice.ts';

/** The first is the firm's choice, which begins the life cycle. */
export type ReferralEvent = {
  readonly move: ReferralMove | 'choose';
  readonly status: ReferralStatus;
  readonly at: Date;
};

type ReferralInput = {
  readonly chosenAt: Date;
  readonly durationWeeks: number;
  readonly now: Date;
  readonly figures: Pick<PopulationFigures, 'referrals'>;
};

/** What happens next and after how many working days; undefined when nothing more does. */
type Next = { readonly move: ReferralMove; readonly days: number } | undefined;

/** A waiting time whose mean is given: short ones are common, long ones happen. */
const wait = (dice: Dice, mean: number): number => -Math.log(1 - dice.even()) * mean;

const isAskedLately = ({ chosenAt, now, figures: { referrals } }: ReferralInput): boolean =>
  chosenAt > addDays(now, -referrals.unansweredDays);

function nextFrom(dice: Dice, status: ReferralStatus, input: ReferralInput): Next {
  const { referrals } = input.figures;
  switch (status) {
    case 'chosen':
      if (dice.happens(referrals.unanswered) && isAskedLately(input)) return undefined;
      if (dice.happens(referrals.withdrawn)) return { move: 'withdraw', days: wait(dice, referrals.answerDays) };
      return { move: dice.happens(referrals.declined) ? 'decline' : 'accept', days: wait(dice, referrals.answerDays) };
    case 'accepted':
      return { move: 'start', days: 5 + wait(dice, referrals.startDays) };
    case 'started':
      return dice.happens(referrals.discontinued)
        ? { move: 'discontinue', days: wait(dice, input.durationWeeks * 2) }
        : { move: 'complete', days: input.durationWeeks * 5 };
    case 'completed':
    case 'discontinued':
    case 'declined':
    case 'handed-over':
    case 'withdrawn':
      return undefined;
  }
}

/** What has happened to a referral by now, in order; the life cycle is that of the product's own rules. */
export function simulateReferral(dice: Dice, input: ReferralInput): readonly ReferralEvent[] {
  const events: ReferralEvent[] = [{ move: 'choose', status: 'chosen', at: input.chosenAt }];
  for (let last = events[0]; last !== undefined; last = events.at(-1)) {
    const next = nextFrom(dice, last.status, input);
    if (next === undefined) break;
    const at = addHours(addWeekdays(last.at, Math.floor(next.days)), 1 + dice.whole(0, 5));
    const from = last.status;
    const status = referralParties.map((party) => moveReferral(from, next.move, party)).find((to) => to !== undefined);
    if (status === undefined || at > input.now) break;
    events.push({ move: next.move, status, at });
  }
  return events;
}
