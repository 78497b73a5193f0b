import { i18n } from '@lingui/core';
import { afterEach, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as firmReview from '#client/src/app/routes/firm-review-route.tsx';
import * as ownReview from '#client/src/app/routes/own-review-route.tsx';
import { messages } from '#client/src/features/reviewing/locales/sv.po';
import { openRoutes } from '../app/open-routes.tsx';
import { responseId } from '../submitted-response.ts';
import { speak } from '../ui/show.tsx';
import { FakeReviewSite, place } from './fake-review-site.ts';

afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.firmReview, ...firmReview },
  { path: routePatterns.ownReview, ...ownReview },
  { path: routePatterns.reviews, element: <h1>Alla granskningar</h1> },
  { path: routePatterns.result, element: <h1>Resultatet</h1> },
];

async function open(address: string, site: FakeReviewSite) {
  i18n.load('sv', messages);
  speak('sv');
  const router = await openRoutes(routes, address);
  return { site, router };
}

/** The review as the adviser works on it. */
export const openReview = (site = new FakeReviewSite(), search = '') =>
  open(paths.firmReview(place.organisationId, place.firmId, place.reviewId) + search, site);

/** The review as the firm reads it. */
export const openOwnReview = (site: FakeReviewSite) => open(paths.ownReview(responseId, place.reviewId), site);
