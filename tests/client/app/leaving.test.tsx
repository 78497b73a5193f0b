import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as members from '#client/src/app/routes/firm-members-route.tsx';
import * as signIn from '#client/src/app/routes/sign-in-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as ofSignIn } from '#client/src/features/sign-in/locales/sv.po';
import { endFirmMembership, getFirm, getFirmAccess } from '#shared/contracts/firms.ts';
import { getSignInMethods } from '#shared/contracts/sign-in.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { accountOf, membershipOf } from '../account/account-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { accessOf, firmId, firmOf, speakOfFirms } from '../firm/firm-fixture.ts';
import { speak } from '../ui/show.tsx';
import { openRoutes } from './open-routes.tsx';

beforeEach(forgetVisitor);
afterEach(() => vi.unstubAllGlobals());

test('whoever leaves a firm is told so on the way in, and not that the session has run out', async () => {
  let account = [accountOf({ memberships: [membershipOf('respondent')] })];
  new FakeEndpoints([
    answering(getVisitor, () => ({ account: account[0] ?? null })),
    answering(getFirm, () => firmOf({ role: 'respondent' })),
    answering(getFirmAccess, () => accessOf()),
    answering(getSignInMethods, () => ({ oidc: null, hasDemoPeople: false })),
    answering(endFirmMembership, () => {
      account = [];
      return firmOf({ role: 'respondent', members: [] });
    }),
  ]);
  speakOfFirms();
  i18n.load('sv', ofSignIn);
  speak('sv');
  const routes = [
    { path: routePatterns.firmMembers, ...members },
    { path: routePatterns.signIn, ...signIn },
  ];
  const router = await openRoutes(routes, paths.firmMembers(firmId), visitorRoute);

  await userEvent.click(await screen.findByRole('button', { name: 'Lämna företaget' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Lämna företaget' }));

  expect(await screen.findByText('Ni har lämnat företaget')).toBeDefined();
  expect(router.state.location.pathname + router.state.location.search).toBe('/sign-in');
  expect(screen.queryByText(/inloggningen avslutats/)).toBeNull();
});
