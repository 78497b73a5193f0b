import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as route from '#client/src/app/routes/kiosk-route.tsx';
import { siteRoute } from '#client/src/app/site.ts';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { readRememberedResponse, rememberResponse } from '#client/src/features/answering/remembered-response.ts';
import * as clearing from '#client/src/features/kiosk/clear-device.ts';
import { beginVisit, readVisit } from '#client/src/features/kiosk/visit.ts';
import { signOut } from '#shared/contracts/account.ts';
import { closeHere, getResponse } from '#shared/contracts/responses.ts';
import { clearDevice, getSite } from '#shared/contracts/site.ts';
import { type AccountDocument, getVisitor } from '#shared/contracts/visitor.ts';
import { accountOf, membershipOf } from '../account/account-fixture.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { submittedResponse } from '../submitted-response.ts';
import { kiosk, speakOfKiosks } from './kiosk-fixture.ts';

vi.mock('idb-keyval', () => import('../answering/fake-idb.ts'));
vi.mock('#client/src/features/kiosk/clear-device.ts', async (original) => ({
  ...(await original<typeof clearing>()),
  leaveFor: vi.fn(),
}));

/** Whether the browser has keys to what it remembers; `always`: whatever is done about it. */
let keys: 'no' | 'yes' | 'always' = 'no';
beforeEach(() => {
  keys = 'no';
  forgetVisitor();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(clearing.leaveFor).mockClear();
  localStorage.clear();
  sessionStorage.clear();
});

const words = { sv: 'Snabbkoll', en: 'Quick check' };
const adviser = accountOf({ memberships: [membershipOf('advisor', 'Compare', 1)] });

async function open(account: AccountDocument | null = null) {
  const signedIn = { account };
  const server = new FakeEndpoints([
    answering(getVisitor, () => signedIn),
    answering(getSite, () => ({
      isDemo: false,
      hasDemoPeople: false,
      instrumentVersionId: '1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab22',
      scoring: { minimumShareAnswered: 0.6, bands: [] },
      forms: [{ code: 'snabbkoll', minutes: 20, scoredItems: 42, name: words, about: words }],
    })),
    answering(signOut, () => {
      signedIn.account = null;
      return { isSignedOut: true };
    }),
    answering(clearDevice, () => ({ isAsked: true })),
    answering(closeHere, () => {
      if (keys === 'no') throw new Refusal('not-found');
      if (keys === 'yes') keys = 'no';
      return { isClosed: true };
    }),
    answering(getResponse, () => {
      if (keys === 'no') throw new Refusal('not-found');
      return submittedResponse;
    }),
  ]);
  speakOfKiosks();
  const page = { path: routePatterns.kiosk, ...route };
  await openRoutes([{ ...visitorRoute, Component: Outlet, children: [page] }], paths.kiosk(kiosk), {
    ...siteRoute,
    Component: Outlet,
  });
  return { server, signedIn };
}
const begin = () => screen.queryByRole('button', { name: 'Börja' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('opening the page begins nothing, and takes nothing out of the browser', async () => {
  localStorage.setItem('mattstock.theme', 'dark');
  sessionStorage.setItem('mattstock.start', 'a draft');
  const { server } = await open();

  expect(begin()).not.toBeNull();
  expect(readVisit()).toBeUndefined();
  expect(server.sent(clearDevice)).toEqual([]);
  expect(localStorage.getItem('mattstock.theme')).toBe('dark');
  expect(sessionStorage.getItem('mattstock.start')).toBe('a draft');
});

test('the first press clears whatever is left of others before the visit begins', async () => {
  localStorage.setItem('mattstock.theme', 'dark');
  sessionStorage.setItem('mattstock.start', 'a draft');
  const { server } = await open();
  await press('Börja');

  await waitFor(() => expect(clearing.leaveFor).toHaveBeenCalledWith('/start?form=snabbkoll'));
  expect(server.sent(clearDevice)).toHaveLength(1);
  expect(readVisit()).toMatchObject(kiosk);
  expect(localStorage.getItem('mattstock.theme')).toBeNull();
  // But for the heading of the page that is led to, which takes the focus.
  expect(Object.keys(sessionStorage)).toEqual(['mattstock.led-to-page']);
});

test('after a clearing the page says first that it is done, once', async () => {
  sessionStorage.setItem('mattstock.device-cleared', 'yes');
  await open();
  const heading = screen.getByRole('heading', { level: 2, name: 'Plattan är rensad' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  cleanup();

  await open();
  expect(screen.queryByRole('heading', { name: 'Plattan är rensad' })).toBeNull();
});

test('the key to what was answered before is ended, and seen to open nothing, before anything is cleared', async () => {
  keys = 'yes';
  rememberResponse(submittedResponse);
  const { server } = await open();
  await press('Börja');

  await waitFor(() => expect(clearing.leaveFor).toHaveBeenCalled());
  const done = server.requests
    .map(({ name }) => name)
    .filter((name) => name !== getVisitor.name && name !== getSite.name);
  expect(done.slice(-3)).toEqual([closeHere.name, getResponse.name, clearDevice.name]);
});

test('where it opens all the same nothing is called cleared, and nothing begins', async () => {
  keys = 'always';
  rememberResponse(submittedResponse);
  const { server } = await open();
  await press('Börja');

  expect(await screen.findByText('Plattan är inte rensad än')).toBeDefined();
  expect(screen.getByText(/Det som har svarats här går fortfarande att öppna/)).toBeDefined();
  expect(server.sent(clearDevice)).toEqual([]);
  expect(readRememberedResponse()).toBe(submittedResponse.responseId);
  expect(clearing.leaveFor).not.toHaveBeenCalled();
});

test('a visit before that nobody has ended is told of, and cleared as well', async () => {
  beginVisit({ formCode: 'digital', language: 'en' });
  await open();
  expect(screen.getByText('Någon har svarat här tidigare')).toBeDefined();
  await press('Börja');

  await waitFor(() => expect(clearing.leaveFor).toHaveBeenCalled());
  expect(readVisit()).toMatchObject(kiosk);
});

test('without a server nothing begins, and the page says so', async () => {
  const { server } = await open();
  server.refused.set('clearDevice', 'no-reply');
  await press('Börja');

  expect(await screen.findByText('Plattan är inte rensad än')).toBeDefined();
  expect(readVisit()).toBeUndefined();
  expect(clearing.leaveFor).not.toHaveBeenCalled();
});

test('nobody begins where somebody is signed in, until they have signed out', async () => {
  await open(adviser);
  expect(screen.getByRole('heading', { name: 'Någon är inloggad här' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Lämna över plattan' }).getAttribute('href')).toBe('/advisor/hand-over');
  expect(begin()).toBeNull();

  await press('Logga ut');

  await waitFor(() => expect(begin()).not.toBeNull());
  expect(readVisit()).toBeUndefined();
});

test('somebody who has signed in meanwhile, in another tab, is found by the press', async () => {
  const { server, signedIn } = await open();
  signedIn.account = accountOf();
  await press('Börja');

  expect(await screen.findByRole('heading', { name: 'Någon är inloggad här' })).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Lämna över plattan' })).toBeNull();
  expect(server.sent(clearDevice)).toEqual([]);
});
