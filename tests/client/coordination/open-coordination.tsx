import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { routePatterns } from '#client/src/app/paths.ts';
import * as auditLog from '#client/src/app/routes/audit-log-route.tsx';
import * as organisation from '#client/src/app/routes/organisation-route.tsx';
import * as organisations from '#client/src/app/routes/organisations-route.tsx';
import * as outbox from '#client/src/app/routes/outbox-route.tsx';
import * as people from '#client/src/app/routes/people-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as accountEnglish } from '#client/src/features/account/locales/en.po';
import { messages as accountSwedish } from '#client/src/features/account/locales/sv.po';
import { messages as english } from '#client/src/features/coordination/locales/en.po';
import { messages as swedish } from '#client/src/features/coordination/locales/sv.po';
import { openRoutes } from '../app/open-routes.tsx';
import { speak } from '../ui/show.tsx';
import { FakeCoordinationSite } from './fake-coordination-site.ts';

beforeEach(() => {
  forgetVisitor();
});
afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.organisations, ...organisations },
  { path: routePatterns.organisation, ...organisation },
  { path: routePatterns.people, ...people },
  { path: routePatterns.outbox, ...outbox },
  { path: routePatterns.auditLog, ...auditLog },
  { path: routePatterns.signIn, element: <h1>Logga in</h1> },
  { path: routePatterns.secondFactor, element: <h1>Andra faktorn</h1> },
];

/** The pages of the coordination at an address, with the routes of the product in front of the fake site. */
export async function openCoordination(address: string, site = new FakeCoordinationSite()) {
  i18n.load({ sv: { ...swedish, ...accountSwedish }, en: { ...english, ...accountEnglish } });
  speak('sv');
  const router = await openRoutes(routes, address, visitorRoute);
  return { site, router };
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
