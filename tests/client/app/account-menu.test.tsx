import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { keepLeftOutcome } from '#client/src/features/advising/left-deeds.ts';
import { callEndpoint } from '#client/src/lib/http/call-endpoint.ts';
import { NetworkError } from '#client/src/lib/http/errors.ts';
import { listSessions, signOut } from '#shared/contracts/account.ts';
import { remindFirms } from '#shared/contracts/outreach.ts';
import { accountOf, membershipOf, uuid } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openFrame } from './open-frame.tsx';

const stranger = () => new FakeAccountSite(accountOf(), { isSignedIn: false });
const everywhere = () =>
  new FakeAccountSite(
    accountOf({
      memberships: [
        membershipOf('owner', 'Smedjan AB', 1),
        membershipOf('respondent', null, 2),
        membershipOf('manager', 'Klustret', 3),
        membershipOf('analyst', 'Dalarna', 4),
        membershipOf('editor', 'Samordningen', 5),
        membershipOf('administrator', 'Samordningen', 5),
      ],
    }),
  );
const menu = () => screen.findByRole('navigation', { name: 'Konto' });
const summary = async () => (await menu()).querySelector('summary') as HTMLElement;
const isOpen = async () => (await menu()).querySelector('details')?.open;
async function openMenu(site = everywhere()) {
  const opened = await openFrame(site);
  await userEvent.click(await summary());
  await waitFor(async () => expect(await isOpen()).toBe(true));
  return opened;
}

describe('the header', () => {
  test('has the way in where nobody is signed in', async () => {
    await openFrame(stranger());

    expect(screen.getByRole('link', { name: 'Logga in' }).getAttribute('href')).toBe('/sign-in');
    expect(screen.queryByRole('navigation', { name: 'Konto' })).toBeNull();
  });

  test('says who is signed in, by the address where there is no name', async () => {
    await openFrame(new FakeAccountSite(accountOf({ name: null })));

    expect((await summary()).textContent).toBe('Konto: kim.berg@smedjan.se');
    expect(screen.queryByRole('link', { name: 'Logga in' })).toBeNull();
  });

  test('leads to the people and the mail of a demo, and of a demo only', async () => {
    const site = stranger();
    site.isDemo = true;
    await openFrame(site);

    const header = within(screen.getByRole('banner'));
    expect(header.getByRole('link', { name: 'Demons personer' }).getAttribute('href')).toBe('/demo/people');
    expect(header.getByRole('link', { name: 'Mejl' }).getAttribute('href')).toBe('/demo/mails');
  });

  test('of a real site speaks of no demo', async () => {
    await openFrame(stranger());

    expect(screen.queryByText('Demo.')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Demons personer' })).toBeNull();
  });
});

describe('the menu of the account', () => {
  test('leads to where the roles work, each place once', async () => {
    await openMenu();

    const links = within(await menu()).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Smedjan AB', `/firms/${uuid('f', 1)}`],
      ['Ert företag', `/firms/${uuid('f', 2)}`],
      ['Arbetskö', '/advisor'],
      ['Organisationer', '/organisations'],
      ['Statistik', '/region'],
      ['Frågeformulär', '/editor'],
      ['Ert konto', '/account'],
    ]);
  });

  test('closes on Escape, and gives the focus back', async () => {
    await openMenu();
    await userEvent.tab();

    await userEvent.keyboard('{Escape}');

    expect(await isOpen()).toBe(false);
    expect(document.activeElement).toBe(await summary());
  });

  test('closes when one follows a link in it', async () => {
    const { where } = await openMenu();

    await userEvent.click(screen.getByRole('link', { name: 'Arbetskö' }));

    await waitFor(async () => expect(await isOpen()).toBe(false));
    expect(where()).toBe('/advisor');
  });

  test('closes when one presses beside it', async () => {
    await openMenu();

    await userEvent.click(screen.getByRole('heading', { level: 1 }));

    expect(await isOpen()).toBe(false);
  });

  test('signs out, and then nobody is signed in', async () => {
    const { site, where } = await openMenu();

    await userEvent.click(screen.getByRole('button', { name: 'Logga ut' }));

    expect(await screen.findByRole('link', { name: 'Logga in' })).toBeDefined();
    expect(where()).toBe('/');
    expect(site.server.sent(signOut)).toHaveLength(1);
  });

  test('signs out, and nothing of an adviser that did not go through is sent for whoever comes next', async () => {
    const { site } = await openMenu();
    const firmId = uuid('f', 2);
    const target = { key: firmId, organisationId: uuid('f', 3), firmId, firmName: 'Smedjan AB' };
    const action = { kind: 'remind' } as const;
    const again = { action, targets: [target] };
    const failure = new NetworkError('Failed to fetch');
    keepLeftOutcome(uuid('b', 1), { action, done: [], refused: [], unanswered: [target], again, failure });

    await userEvent.click(screen.getByRole('button', { name: 'Logga ut' }));
    await screen.findByRole('link', { name: 'Logga in' });
    window.dispatchEvent(new Event('online'));

    expect(site.server.sent(remindFirms)).toEqual([]);
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
  });

  test('signs out of a session that has ended already, too', async () => {
    const site = everywhere();
    site.server.refused.set('signOut', 'sign-in-required');
    await openMenu(site);

    await userEvent.click(screen.getByRole('button', { name: 'Logga ut' }));

    expect(await screen.findByRole('link', { name: 'Logga in' })).toBeDefined();
  });

  test('says when signing out got no reply, and that one is still signed in', async () => {
    const site = everywhere();
    site.server.refused.set('signOut', 'no-reply');
    await openMenu(site);

    await userEvent.click(screen.getByRole('button', { name: 'Logga ut' }));

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    expect(await isOpen()).toBe(true);
  });
});

describe('a session that has ended', () => {
  const ask = async () => {
    await callEndpoint(listSessions, {});
    return null;
  };

  test('before a page leads to the sign-in, and back to the page', async () => {
    const { where } = await openFrame(stranger(), ask);

    await screen.findByRole('heading', { name: 'Inloggningen' });
    expect(where()).toBe('/sign-in?next=%2Fpackages%3Farea%3DD1');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('so that a second factor is wanted leads to that, and back to the page', async () => {
    const site = everywhere();
    site.server.refused.set('listSessions', 'second-factor-required');

    const { where } = await openFrame(site, ask);

    await screen.findByRole('heading', { name: 'Det andra steget' });
    expect(where()).toBe('/second-factor?next=%2Fpackages%3Farea%3DD1');
  });

  test('in the middle of work leaves the page as it is, and opens the sign-in beside it', async () => {
    const { site, where } = await openFrame(everywhere());
    site.account = null;

    await act(() => ask().catch(() => null));

    const dialog = await screen.findByRole('dialog', { name: 'Ni är inte längre inloggade' });
    const link = within(dialog).getByRole('link', { name: 'Öppna inloggningen i en ny flik' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/sign-in', '_blank']);
    expect(where()).toBe('/packages?area=D1');
    expect(screen.getByRole('heading', { name: 'En sida' })).toBeDefined();
  });

  test('and has begun again in another tab is spoken of no more', async () => {
    const { site } = await openFrame(everywhere());
    site.account = null;
    await act(() => ask().catch(() => null));
    await screen.findByRole('dialog');
    site.account = site.person;

    // Whoever comes back looks more than once; the first look may come before anything listens.
    await waitFor(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });
});
