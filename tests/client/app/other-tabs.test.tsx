import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetVisitor, setVisitor } from '#client/src/app/visitor.ts';
import { callEndpoint } from '#client/src/lib/http/call-endpoint.ts';
import { listSessions, signOut } from '#shared/contracts/account.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { accountOf, uuid } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { holdReplies } from '../held-replies.ts';
import { openFrame } from './open-frame.tsx';

const kim = accountOf({ personId: uuid('b', 1), name: 'Kim Berg' });
const eva = accountOf({ personId: uuid('b', 2), name: 'Eva Ek', email: 'eva@smedjan.se' });

let otherTab: BroadcastChannel;
beforeEach(() => {
  otherTab = new BroadcastChannel('visitor');
});
afterEach(() => otherTab.close());

/** How often the page itself was loaded. */
let loads = 0;
async function open(site: FakeAccountSite, address = '/firms/f1/members') {
  loads = 0;
  const load = async () => {
    loads += 1;
    return null;
  };
  const page = (
    <>
      <h1>En sida</h1>
      <input aria-label="Namn" />
    </>
  );
  const opened = await openFrame(site, load, page);
  await act(() => opened.router.navigate(address));
  return opened;
}

const isSignedIn = (name: string) =>
  waitFor(() => expect(screen.getByRole('navigation', { name: 'Konto' }).textContent).toContain(name));
const comeBack = () => act(() => void document.dispatchEvent(new Event('visibilitychange')));

test('the header follows who has signed in in another tab, and what is written on the page stays', async () => {
  const site = new FakeAccountSite(kim);
  await open(site, '/packages');
  await isSignedIn('Kim Berg');
  await userEvent.type(screen.getByLabelText('Namn'), 'Halvskrivet');
  const loadsBefore = loads;
  site.account = eva;

  otherTab.postMessage('changed');

  await isSignedIn('Eva Ek');
  expect(screen.getByLabelText<HTMLInputElement>('Namn').value).toBe('Halvskrivet');
  expect(loads).toBe(loadsBefore);
});

describe('of two looks that are under way', () => {
  const bo = accountOf({ personId: uuid('b', 3), name: 'Bo Alm', email: 'bo@smedjan.se' });

  /** Asked of both while the first is still on its way: first it is Eva, then Bo. */
  async function lookTwice() {
    const site = new FakeAccountSite(kim);
    const opened = await open(site);
    await isSignedIn('Kim Berg');
    const replies = holdReplies();
    for (const account of [eva, bo]) {
      site.account = account;
      const before = replies.count();
      comeBack();
      await waitFor(() => expect(replies.count()).toBe(before + 1));
    }
    const letThrough = (index: number) => act(async () => replies.letThrough(index));
    return { ...opened, replies, letThrough };
  }

  test.each([
    ['in the order of asking', [0, 1]],
    ['in the other order', [1, 0]],
  ])('the later holds when the replies come %s', async (_name, order) => {
    const { letThrough } = await lookTwice();

    for (const index of order) await letThrough(index);

    await isSignedIn('Bo Alm');
    expect(await screen.findByText('Bo Alm är inloggad i den här webbläsaren nu')).toBeDefined();
  });

  test('the later is shown also when the page was loaded with the earlier meanwhile', async () => {
    const { letThrough, router } = await lookTwice();
    await letThrough(0);
    await isSignedIn('Eva Ek');
    await act(() => router.navigate('/firms/f2/members'));
    expect(screen.queryByText('Eva Ek är inloggad i den här webbläsaren nu')).toBeNull();

    await letThrough(1);

    await isSignedIn('Bo Alm');
    expect(await screen.findByText('Bo Alm är inloggad i den här webbläsaren nu')).toBeDefined();
  });

  test('neither holds against somebody who signs in in this tab after them', async () => {
    const { letThrough, router } = await lookTwice();
    act(() => setVisitor(kim));

    await letThrough(0);
    await letThrough(1);
    await act(() => router.navigate('/packages'));

    await isSignedIn('Kim Berg');
  });

  test('neither holds once the page has asked after them', async () => {
    const { replies, router, site } = await lookTwice();
    site.account = kim;
    forgetVisitor();

    await act(async () => {
      const loaded = router.navigate('/packages');
      await vi.waitFor(() => expect(replies.count()).toBe(3));
      for (const index of [0, 1, 2]) replies.letThrough(index);
      await loaded;
    });

    await isSignedIn('Kim Berg');
  });
});

test('whoever signs in in this tab is shown from the next page on, whoever was seen before', async () => {
  const site = new FakeAccountSite(kim);
  const { router } = await open(site);
  site.account = eva;
  comeBack();
  await isSignedIn('Eva Ek');

  setVisitor(kim);
  await act(() => router.navigate('/packages'));

  await isSignedIn('Kim Berg');
});

/** The notice is fetched when it is first shown. The first row does that, so that in the second nothing is waited for. */
test.each([
  ['a page of one firm says', '/firms/f1/members', 1],
  ['a page that is the same for everybody does not say', '/packages', 0],
])('%s that somebody else is signed in now', async (_name, address, count) => {
  const site = new FakeAccountSite(kim);
  await open(site, address);
  site.account = eva;

  otherTab.postMessage('changed');

  await isSignedIn('Eva Ek');
  await waitFor(() => expect(screen.queryAllByText('Eva Ek är inloggad i den här webbläsaren nu')).toHaveLength(count));
});

test('a page of one firm says that somebody else is signed in now, and is loaded anew only when asked to', async () => {
  const site = new FakeAccountSite(kim);
  await open(site);
  await userEvent.type(screen.getByLabelText('Namn'), 'Halvskrivet');
  const loadsBefore = loads;
  site.account = eva;

  comeBack();

  expect(await screen.findByText('Eva Ek är inloggad i den här webbläsaren nu')).toBeDefined();
  expect(screen.getByText(/^Kim Berg öppnade sidan/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('Namn').value).toBe('Halvskrivet');
  expect(loads).toBe(loadsBefore);

  await userEvent.click(screen.getByRole('button', { name: 'Ladda sidan som Eva Ek' }));

  await waitFor(() => expect(loads).toBe(loadsBefore + 1));
  expect(screen.queryByText('Eva Ek är inloggad i den här webbläsaren nu')).toBeNull();
  await isSignedIn('Eva Ek');
});

test('a page of one firm says that nobody is signed in any more, until the same person is again', async () => {
  const site = new FakeAccountSite(kim);
  await open(site);
  site.account = null;

  comeBack();

  expect(await screen.findByText('Ni är inte längre inloggade')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Öppna inloggningen i en ny flik' }).getAttribute('target')).toBe('_blank');
  expect(screen.getByRole('link', { name: 'Logga in' })).toBeDefined();

  site.account = kim;
  comeBack();

  await waitFor(() => expect(screen.queryByText('Ni är inte längre inloggade')).toBeNull());
  await isSignedIn('Kim Berg');
});

test('that nobody is signed in any more is not said twice at once', async () => {
  const site = new FakeAccountSite(kim);
  await open(site);
  site.account = null;
  comeBack();
  await screen.findByText('Ni är inte längre inloggade');

  await act(() => callEndpoint(listSessions, {}).catch(() => null));

  const dialog = await screen.findByRole('dialog', { name: 'Ni är inte längre inloggade' });
  expect(screen.getAllByText('Ni är inte längre inloggade')).toHaveLength(1);

  await userEvent.click(within(dialog).getByRole('button', { name: 'Tillbaka till sidan' }));

  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getAllByText('Ni är inte längre inloggade')).toHaveLength(1);
});

test('without a reply the header stays as it was', async () => {
  const site = new FakeAccountSite(kim);
  await open(site);
  site.account = null;
  site.server.refused.set('getVisitor', 'no-reply');
  const asked = site.server.sent(getVisitor).length;

  comeBack();

  await waitFor(() => expect(site.server.sent(getVisitor)).toHaveLength(asked + 1));
  await isSignedIn('Kim Berg');
});

test('who signs out here is told to the other tabs', async () => {
  const heard = new Promise((resolve) => {
    otherTab.onmessage = resolve;
  });
  const { site } = await open(new FakeAccountSite(kim));
  await isSignedIn('Kim Berg');

  await userEvent.click(screen.getByText('Kim Berg'));
  await userEvent.click(screen.getByRole('button', { name: 'Logga ut' }));

  await heard;
  expect(site.server.sent(signOut)).toHaveLength(1);
});
