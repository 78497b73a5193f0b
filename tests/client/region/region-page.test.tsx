import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as region from '#client/src/app/routes/region-route.tsx';
import { messages as swedish } from '#client/src/features/region/locales/sv.po';
import { messages as aboutReleases } from '#client/src/features/releases/locales/sv.po';
import { listReleases } from '#shared/contracts/releases.ts';
import { type AccountDocument, getVisitor } from '#shared/contracts/visitor.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { accountOf } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { speak } from '../ui/show.tsx';

afterEach(() => vi.unstubAllGlobals());

async function open(account: AccountDocument | null) {
  new FakeEndpoints([
    answering(getVisitor, () => ({ account })),
    answering(listReleases, () => ({
      releases: [],
      choices: {
        measures: [],
        breakdowns: [],
        names: { measures: {}, headings: {}, attributes: {} },
        today: '2026-11-26',
        hasSimulated: false,
      },
    })),
  ]);
  i18n.load('sv', { ...swedish, ...aboutReleases });
  speak('sv');
  const routes = [
    { path: routePatterns.region, ...region },
    { path: '*', element: <h1>En annan sida</h1> },
  ];
  const router = await openRoutes(routes, paths.region());
  return router.state.location;
}

test('tells an analyst that nothing is published, and what will be, without a figure', async () => {
  await open(accountOf(['analyst']));

  expect(screen.getByText('Inga siffror är publicerade än')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/\d/);
});

test('looks like no page at all to somebody who is no analyst', async () => {
  await open(accountOf(['editor']));

  expect(screen.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeTruthy();
});

test('leads to the sign-in and back', async () => {
  const { pathname, search } = await open(null);

  expect(pathname + search).toBe(paths.signIn(paths.region()));
});

test('asks for the second factor first', async () => {
  const account = accountOf(['analyst']);

  const { pathname, search } = await open({ ...account, secondFactor: { ...account.secondFactor, isShown: false } });

  expect(pathname + search).toBe(paths.secondFactor(paths.region()));
});
