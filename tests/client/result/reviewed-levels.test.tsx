import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CalculationAnswers } from '#client/src/features/result/calculation-answers.tsx';
import { CalculationReviews } from '#client/src/features/result/calculation-reviews.tsx';
import { Dimensions } from '#client/src/features/result/dimensions.tsx';
import { PartRuler } from '#client/src/features/result/parts-together.tsx';
import { ProfileRadar } from '#client/src/features/result/profile-radar.tsx';
import { SharedPicture } from '#client/src/features/result/shared-picture.tsx';
import { standingReviewSchema } from '#shared/contracts/reviews.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { reviewedDimensions, scoreReview } from '#shared/domain/review/score-review.ts';
import { workshop } from '../../support/small-instrument.ts';
import { form, resultOf, showWithResult } from './result-fixture.tsx';

const entries: ReviewEntry[] = [
  { code: 'D2.1', judgement: { state: 'level', level: 1 }, reason: 'Sett', evidence: [] },
  { code: 'PM1', judgement: { state: 'level', level: 3 }, reason: 'Sett', evidence: [] },
];
const plain = resultOf();
const answers = Object.fromEntries(plain.response.answers.map(({ itemCode, answer }) => [itemCode, answer]));
const basis = { structure: form.structure, formCode: 'quick', profile: workshop, answers };
/** D2: 1 and 4 in place of 3 and 4, so 2.5 beside 3.5. PM1 as a whole: about 3 beside 1.5. */
const reviewWith = (entries: readonly ReviewEntry[]) =>
  standingReviewSchema.parse({
    reviewId: '6a0b7b20-5177-4c73-8f3e-4b8b3b2cbc33',
    organisationId: '7a0b7b20-5177-4c73-8f3e-4b8b3b2cbc33',
    organisationName: { sv: 'Stålklustret', en: 'The steel cluster' },
    status: 'given',
    givenAt: '2026-02-10T10:00:00.000Z',
    scoreProfile: scoreReview(basis, entries),
    dimensions: reviewedDimensions(basis, entries),
    judgements: entries.map(({ code, judgement }) => ({ code, judgement })),
  });
const reviewed = resultOf({ reviews: [reviewWith(entries)] });

test('both levels are said in words on the same rule, the own one first, and what the ring is', () => {
  showWithResult(<Dimensions />, reviewed);
  const rule = screen.getByRole('figure', { name: 'Teknik' });
  expect(rule.textContent).toMatch(/3,5 av 4.*Granskat av Stålklustret: 2,5 av 4 · 1 av 2 frågor bedömda/);
  // Judged as a whole: no answer is missing that would make it unsure.
  expect(screen.getByRole('figure', { name: 'Ledning' }).textContent).toMatch(
    /Granskat av Stålklustret: Ungefär 3 av 4 · någonstans mellan 2,5 och 3,5(?!, eftersom| · )/,
  );
  expect(screen.getByText(/Ringen är vad Stålklustret såg/)).toBeDefined();
  expect(within(screen.getByRole('figure', { name: 'Säkerhet' })).queryByText(/Granskat av/)).toBeNull();
});

test('the level of a part says what it rests on, of all its questions', () => {
  showWithResult(<PartRuler part="digital" />, reviewed);
  // D2.1 of D2.1, D2.2 and the three of D9.
  expect(screen.getByText(/^Granskat av Stålklustret:/).textContent).toMatch(/ · 1 av 5 frågor bedömda$/);
});

test('the picture for the adviser says it in its table', () => {
  showWithResult(<SharedPicture />, reviewed);
  const row = screen.getByRole('row', { name: /^Teknik/ });
  expect(within(row).getByRole('cell', { name: '2,5 (1 av 2 frågor bedömda)' })).toBeDefined();
});

test('a level that rests on every question says nothing of it', () => {
  const all = ['D2.1', 'D2.2'].map(
    (code): ReviewEntry => ({ code, judgement: { state: 'level', level: 3 }, reason: 'Sett', evidence: [] }),
  );
  showWithResult(<Dimensions />, resultOf({ reviews: [reviewWith(all)] }));
  const rule = screen.getByRole('figure', { name: 'Teknik' });
  expect(within(rule).getByText(/^Granskat av Stålklustret:/).textContent).toBe('Granskat av Stålklustret: 3,0 av 4');
});

test('without a review there is no ring to explain', () => {
  showWithResult(<Dimensions />, plain);
  expect(screen.queryByText(/Ringen är/)).toBeNull();
});

test('the table of all numbers has a column for the reviewed ones beside the own', () => {
  showWithResult(<ProfileRadar />, reviewed);
  const cellsOf = (name: string) =>
    within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(screen.getByRole('columnheader', { name: 'Granskat av Stålklustret' })).toBeDefined();
  expect(cellsOf('Teknik')).toEqual(expect.arrayContaining(['3,5', '2,5 (1 av 2 frågor bedömda)']));
  expect(cellsOf('Säkerhet')).toContain('–');
});

test('the calculation tells what was reviewed, question by question and in the sum', () => {
  const [technology] = reviewed.scoreProfile.dimensions;
  if (technology === undefined) throw new Error('there is no such dimension');
  showWithResult(
    <>
      <CalculationAnswers score={technology} />
      <CalculationReviews dimension="D2" />
      <CalculationReviews dimension="PM1" />
      <CalculationReviews dimension="D9" />
    </>,
    reviewed,
  );
  expect(screen.getByRole('cell', { name: 'nivå 1' })).toBeDefined();
  expect(screen.getByText(/5 poäng ÷ 2 = 2,5.*\. 1 av 2 frågor bedömda$/)).toBeDefined();
  expect(screen.getByText(/bedömt som helhet; någonstans mellan 2,5 och 3,5$/)).toBeDefined();
  expect(screen.getAllByText('Nivå enligt granskning av Stålklustret')).toHaveLength(2);
});
