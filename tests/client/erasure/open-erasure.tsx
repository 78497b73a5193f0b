import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { routePatterns } from '#client/src/app/paths.ts';
import * as ownErasure from '#client/src/app/routes/account-erasure-route.tsx';
import * as erasures from '#client/src/app/routes/erasures-route.tsx';
import * as firmErasure from '#client/src/app/routes/firm-erasure-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as ofAccount } from '#client/src/features/account/locales/sv.po';
import { messages as ofCoordination } from '#client/src/features/coordination/locales/sv.po';
import { messages as english } from '#client/src/features/erasure/locales/en.po';
import { messages as swedish } from '#client/src/features/erasure/locales/sv.po';
import { openRoutes } from '../app/open-routes.tsx';
import { speak } from '../ui/show.tsx';
import { FakeErasureSite } from './fake-erasure-site.ts';

beforeEach(() => {
  forgetVisitor();
});
afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.accountErasure, ...ownErasure },
  { path: routePatterns.firmErasure, ...firmErasure },
  { path: routePatterns.erasures, ...erasures },
  { path: routePatterns.signIn, element: <h1>Logga in</h1> },
  { path: routePatterns.secondFactor, element: <h1>Andra faktorn</h1> },
];

/** The pages of erasure at an address, with the routes of the product in front of the fake site. */
export async function openErasure(address: string, site = new FakeErasureSite()) {
  i18n.load({ sv: { ...ofCoordination, ...ofAccount, ...swedish }, en: english });
  speak('sv');
  const router = await openRoutes(routes, address, visitorRoute);
  return { site, router };
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
export const confirm = (name: string) =>
  userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
