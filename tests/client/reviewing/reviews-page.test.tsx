import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { ReviewList } from '#client/src/features/reviewing/api.ts';
import { messages } from '#client/src/features/reviewing/locales/sv.po';
import { ReviewsPage } from '#client/src/features/reviewing/reviews-page.tsx';
import { beginReview, listReviews } from '#shared/contracts/reviews.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { at, responseId } from '../submitted-response.ts';
import { show } from '../ui/show.tsx';
import { place } from './fake-review-site.ts';

beforeEach(() => i18n.load('sv', messages));

type Review = z.input<(typeof listReviews.responses)[200]>['submissions'][number]['reviews'][number];
const review = (status: Review['status']): Review => ({
  reviewId: place.reviewId,
  status,
  createdAt: at,
  givenAt: status === 'draft' ? null : at,
  entries: 4,
});

const listOf = (reviews: readonly Review[]): ReviewList =>
  z.parse(listReviews.responses[200], {
    firmName: 'Smedjan AB',
    isSimulated: false,
    submissions: [{ responseId, formCode: 'quick', submittedAt: at, reviews }],
  });
const nothingSubmitted = { ...listOf([]), submissions: [] };

function open(loaded: ReviewList | null) {
  const server = new FakeEndpoints([answering(beginReview, () => ({ reviewId: place.reviewId }))]);
  const hrefs = { firm: '/firm', review: (reviewId: string) => `/reviews/${reviewId}` };
  show(<ReviewsPage loaded={loaded} params={place} hrefs={hrefs} formName={() => 'Snabbkoll'} />);
  return server;
}
const begin = () => screen.queryByRole('button', { name: /^Påbörja en granskning av Snabbkoll/ });

test('says that the firm has not submitted anything, and offers nothing to begin', () => {
  open(nothingSubmitted);
  expect(screen.getByText('Företaget har inte skickat in något än')).toBeDefined();
  expect(begin()).toBeNull();
});

test('begins a review where there is none, and says when no answer comes', async () => {
  const server = open(listOf([]));
  expect(screen.getByText('Ingen hos er har granskat det här än')).toBeDefined();
  server.refused.set('beginReview', 'no-reply');
  begin()?.focus();
  await userEvent.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('Det kom inget svar');

  server.refused.clear();
  await userEvent.keyboard('{Enter}');

  await expect.poll(() => server.sent(beginReview).length).toBe(2);
});

test.each([
  ['draft', false],
  ['given', false],
  ['answered', false],
  ['closed', true],
  ['taken-back', true],
] as const)('beside one that is %s another can be begun: %s', (status, isFree) => {
  open(listOf([review(status)]));
  expect(screen.getByRole('table', { name: 'Er organisations granskningar' })).toBeDefined();
  expect(begin() !== null).toBe(isFree);
});

test('a firm that does not share its results is said to be one, under a heading', () => {
  open(null);
  expect(screen.getByRole('heading', { level: 1, name: 'Granskningar' })).toBeDefined();
  expect(screen.getByText('Företaget delar inte sina resultat med er')).toBeDefined();
});
