import { i18n } from '@lingui/core';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { routePatterns } from '#client/src/app/paths.ts';
import * as claimRoute from '#client/src/app/routes/claim-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as firm } from '#client/src/features/firm/locales/sv.po';
import { listFirms } from '#shared/contracts/firms.ts';
import { getResponse } from '#shared/contracts/responses.ts';
import { type AccountDocument, getVisitor } from '#shared/contracts/visitor.ts';
import { accountOf, membershipOf } from '../account/account-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { firmOf } from '../firm/firm-fixture.ts';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { speak } from '../ui/show.tsx';
import { openRoutes } from './open-routes.tsx';

beforeEach(() => forgetVisitor());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const belongsToFirm = (account: AccountDocument | null) =>
  account?.memberships.some(({ place }) => place.kind === 'firm') === true;

/** As on the server, the list of firms is not there for whoever belongs to none. */
async function open(account: AccountDocument | null, isMember = belongsToFirm(account)) {
  const server = new FakeEndpoints([
    answering(getVisitor, () => ({ account })),
    answering(getResponse, () => submittedResponse),
    answering(listFirms, () => {
      if (!isMember) throw new Refusal(account === null ? 'sign-in-required' : 'not-found');
      return { firms: [firmOf({ name: 'Gjuteriet AB' })] };
    }),
  ]);
  i18n.load('sv', firm);
  speak('sv');
  const routes = [{ path: routePatterns.claim, ...claimRoute }];
  await openRoutes(routes, `/responses/${responseId}/claim`, visitorRoute);
  await screen.findByRole('heading', { level: 1, name: 'Spara under er e-post' });
  return server;
}

test('whoever is not signed in is asked to sign in, and no firms are asked for', async () => {
  const server = await open(null);

  expect(screen.getByRole('link', { name: 'Logga in med e-post' })).toBeDefined();
  expect(server.sent(listFirms)).toEqual([]);
});

test.each([
  ['nothing', accountOf()],
  ['an organisation only', accountOf({ memberships: [membershipOf('advisor')] })],
])('whoever belongs to %s saves without a choice, and no firms are asked for', async (_name, account) => {
  const server = await open(account);

  expect(screen.getByRole('button', { name: 'Spara under kim.berg@smedjan.se' })).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(server.sent(listFirms)).toEqual([]);
});

test.each(['owner', 'respondent'] as const)('whoever is %s of a firm is asked which firm it is about', async (role) => {
  await open(accountOf({ memberships: [membershipOf(role)] }));

  expect(screen.getByRole('radio', { name: 'Gjuteriet AB' })).toBeDefined();
});

test('whoever has left the firm meanwhile saves without a choice', async () => {
  const server = await open(accountOf({ memberships: [membershipOf('owner')] }), false);

  expect(screen.getByRole('button', { name: 'Spara under kim.berg@smedjan.se' })).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(server.sent(listFirms)).toHaveLength(1);
});
