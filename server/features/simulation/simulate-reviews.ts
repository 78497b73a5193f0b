import type { Structure } from '#shared/domain/instrument/definition.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import { codesToReplyTo } from '#shared/domain/review/compare-review.ts';
import { freezeReview } from '#shared/domain/review/freeze-review.ts';
import { evidenceKinds, type ReviewEntry } from '#shared/domain/review/review.ts';
import { listReviewable, type ReviewBasis, selfRatedLevel } from '#shared/domain/review/review-basis.ts';
import { maximumPoints } from '#shared/domain/scoring/item-points.ts';
import type { PopulationFigures } from '../../platform/content/population-figures.ts';
import { addDays, dayMs } from './calendar.ts';
import { createDice, type Dice } from './dice.ts';
import type { ReviewableSubmission } from './reviewable-repository.ts';
import type { SimulatedReply, SimulatedReview } from './simulated-review.ts';

type Figures = PopulationFigures['reviews'];

export type ReviewsInput = {
  readonly seed: number;
  readonly now: Date;
  readonly figures: Pick<PopulationFigures, 'reviews'>;
  readonly structure: Structure;
  readonly submissions: readonly ReviewableSubmission[];
};

/** One after the other from somewhere in the form, among what the firm gave a level. */
function itemsToJudge(dice: Dice, basis: ReviewBasis, [fewest, most]: Figures['items']): string[] {
  const rated = listReviewable(basis)
    .flatMap(({ items }) => items)
    .filter((item) => selfRatedLevel(basis, item) !== null);
  const count = Math.min(rated.length, dice.whole(fewest, most));
  const from = dice.whole(0, rated.length - count);
  return rated.slice(from, from + count);
}

function judge(dice: Dice, figures: Figures, basis: ReviewBasis, code: string): ReviewEntry {
  const own = selfRatedLevel(basis, code) ?? 0;
  const { lower, higher, reasons } = figures;
  const { step } = dice.byShare([
    { step: 0, share: 1 - lower - higher },
    { step: -1, share: lower },
    { step: 1, share: higher },
  ]);
  const level = Math.min(maximumPoints, Math.max(0, own + step));
  const evidence = [dice.one(evidenceKinds)];
  const among = level < own ? reasons.lower : reasons.higher;
  return { code, judgement: { state: 'level', level }, reason: level === own ? '' : dice.one(among), evidence };
}

function replyTo(dice: Dice, { agrees, replies }: Figures, code: string): SimulatedReply {
  if (dice.happens(agrees)) return { code, reply: { view: 'agrees', words: '' } };
  return { code, reply: { view: 'differs', words: dice.one(replies) } };
}

/** When it was begun, given and answered; what would be still to come has not happened. */
function datesOf(dice: Dice, figures: Figures, since: Date, now: Date) {
  const { draft, answered, beginDays, giveDays, answerDays } = figures;
  const { comesTo } = dice.byShare([
    { comesTo: 'draft', share: draft },
    { comesTo: 'answered', share: answered },
    { comesTo: 'given', share: 1 - draft - answered },
  ]);
  const within = ([from, to]: Figures['beginDays']) => from + dice.even() * (to - from);
  const waited = within(beginDays);
  const age = (now.getTime() - since.getTime()) / dayMs;
  // What is not done yet was begun lately: nobody leaves a draft for years.
  const begunAt = addDays(since, comesTo === 'draft' ? Math.max(age - waited, age / 2) : Math.min(waited, age / 2));
  const givenAt = addDays(begunAt, within(giveDays));
  const answeredAt = addDays(givenAt, within(answerDays));
  return {
    begunAt,
    givenAt: comesTo === 'draft' || givenAt > now ? null : givenAt,
    answeredAt: comesTo !== 'answered' || answeredAt > now ? null : answeredAt,
  };
}

function review(dice: Dice, { now, figures, structure }: ReviewsInput, submission: ReviewableSubmission) {
  const { formCode, profile, answers, scoreProfile, since } = submission;
  const basis: ReviewBasis = { structure, formCode, profile, answers };
  const entries = itemsToJudge(dice, basis, figures.reviews.items).map((item) =>
    judge(dice, figures.reviews, basis, item),
  );
  const { begunAt, givenAt, answeredAt } = datesOf(dice, figures.reviews, since, now);
  const isGiven = givenAt !== null && checkReview(entries, basis).length === 0;
  const replies = codesToReplyTo(basis, entries).map((code) => replyTo(dice, figures.reviews, code));
  return {
    submission,
    reviewable: listReviewable(basis),
    entries,
    begunAt,
    given: isGiven ? { at: givenAt, frozen: freezeReview(basis, entries, scoreProfile) } : null,
    answered: isGiven && answeredAt !== null ? { at: answeredAt, replies } : null,
  };
}

/** Reviews of some of the firms that let a provider see their results, as the product itself would have made them. */
export function simulateReviews(input: ReviewsInput): SimulatedReview[] {
  // Apart from those of the firms, which count from 0, and of the editions.
  const dice = createDice(input.seed, -2);
  return input.submissions
    .filter(() => dice.happens(input.figures.reviews.reviewed))
    .map((submission) => review(dice, input, submission));
}
