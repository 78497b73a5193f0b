import { i18n } from '@lingui/core';
import { Outlet, type RouteObject } from 'react-router';
import { afterEach, beforeEach, vi } from 'vitest';
import { RouteErrorPage } from '#client/src/app/error-pages/route-error-page.tsx';
import { routePatterns } from '#client/src/app/paths.ts';
import * as advisor from '#client/src/app/routes/advisor-route.tsx';
import * as firmReview from '#client/src/app/routes/firm-review-route.tsx';
import * as meetingPlan from '#client/src/app/routes/meeting-plan-route.tsx';
import * as meetingRoom from '#client/src/app/routes/meeting-room-route.tsx';
import * as meeting from '#client/src/app/routes/meeting-route.tsx';
import * as meetingsAhead from '#client/src/app/routes/meetings-ahead-route.tsx';
import * as reviews from '#client/src/app/routes/reviews-route.tsx';
import * as sharedFirm from '#client/src/app/routes/shared-firm-route.tsx';
import * as sharedReports from '#client/src/app/routes/shared-reports-route.tsx';
import { siteRoute } from '#client/src/app/site.ts';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as advising } from '#client/src/features/advising/locales/sv.po';
import { forgetSearches } from '#client/src/features/advising/use-search-of-visit.ts';
import { messages as change } from '#client/src/features/change/locales/sv.po';
import { messages as contactNotes } from '#client/src/features/contact-notes/locales/sv.po';
import { messages as meetings } from '#client/src/features/meetings/locales/sv.po';
import { messages as reports } from '#client/src/features/reports/locales/sv.po';
import { messages as result } from '#client/src/features/result/locales/sv.po';
import { messages as reviewing } from '#client/src/features/reviewing/locales/sv.po';
import { openRoutes } from '../app/open-routes.tsx';
import { speak } from '../ui/show.tsx';
import { FakeAdvisingSite } from './fake-advising-site.ts';

beforeEach(() => {
  forgetVisitor();
  forgetSearches();
});
afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.advisor, ...advisor },
  { path: routePatterns.sharedFirm, ...sharedFirm },
  { path: routePatterns.sharedReports, ...sharedReports },
  { path: routePatterns.meetingsAhead, ...meetingsAhead },
  { path: routePatterns.meetingPlan, ...meetingPlan },
  { path: routePatterns.meeting, ...meeting },
  { path: routePatterns.meetingRoom, ...meetingRoom },
  { path: routePatterns.reviews, ...reviews },
  { path: routePatterns.firmReview, ...firmReview },
  { path: routePatterns.signIn, element: <h1>Logga in</h1> },
  { path: routePatterns.package, element: <h1>Ett paket</h1> },
];

/** The advisor's pages at an address, with the routes of the product in front of the fake site. `frame` lies around them. */
export async function openAdvising(
  address: string,
  site = new FakeAdvisingSite(),
  frame: Omit<RouteObject, 'index'> = {},
) {
  i18n.load('sv', { ...advising, ...result, ...change, ...reviewing, ...contactNotes, ...meetings, ...reports });
  speak('sv');
  const children = [{ ...visitorRoute, ErrorBoundary: RouteErrorPage, children: [{ ...frame, children: routes }] }];
  const router = await openRoutes(children, address, { ...siteRoute, Component: Outlet });
  return { site, router };
}
