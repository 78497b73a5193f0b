import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setVisitor, useVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { accountOf } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openVisitor } from './open-visitor.tsx';

function Who() {
  return <h1>{useVisitor()?.email ?? 'ingen'}</h1>;
}

const open = (site: FakeAccountSite) => openVisitor(visitorRoute, <Who />, site);
const shown = (name: string) => screen.findByRole('heading', { name });

test('is asked for once for many pages', async () => {
  const { site, goTo } = await open(new FakeAccountSite());
  await shown('kim.berg@smedjan.se');

  await goTo('/packages');
  await goTo('/method');

  expect(site.server.sent(getVisitor)).toHaveLength(1);
});

test('is asked for again by the pages that are about the account', async () => {
  const { site, goTo } = await open(new FakeAccountSite());
  await shown('kim.berg@smedjan.se');
  site.account = null;

  await goTo('/account');

  await shown('ingen');
});

test('is whoever has signed in from the next page on, without being asked for', async () => {
  const { site, goTo } = await open(new FakeAccountSite(accountOf(), { isSignedIn: false }));
  await shown('ingen');
  setVisitor(accountOf({ email: 'eva@smedjan.se' }));

  await goTo('/packages');

  await shown('eva@smedjan.se');
  expect(site.server.sent(getVisitor)).toHaveLength(1);
});

test('is nobody when the server is away, and the pages open all the same', async () => {
  const site = new FakeAccountSite();
  site.server.refused.set('getVisitor', 'no-reply');
  const { goTo } = await open(site);
  await shown('ingen');

  await goTo('/packages');

  expect(site.server.sent(getVisitor)).toHaveLength(1);
  site.server.refused.clear();
  await act(() => goTo('/sign-in'));
  await shown('kim.berg@smedjan.se');
});
