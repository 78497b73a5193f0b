import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { endOtherSessions, endSession, signOut } from '#shared/contracts/account.ts';
import { uuid } from './account-fixture.ts';
import { FakeAccountSite } from './fake-account-site.ts';
import { openAccount, press, title } from './open-account.tsx';

const open = (site = new FakeAccountSite()) => openAccount('/account', site);
const rows = () => {
  const [, ...body] = within(screen.getByRole('table', { name: 'Inloggningar' })).getAllByRole('row');
  return body.map(({ textContent }) => textContent);
};

describe('where one is signed in', () => {
  test('is listed by device, and this one is marked', async () => {
    await open();

    expect(rows()).toEqual([
      expect.stringMatching(/^Firefox, Linux Den här3 februari 2026 \d\d\.\d\d3 februari 2026Logga ut$/),
      expect.stringMatching(/^Safari, iOS 3 februari 2026/),
    ]);
  });

  test('is ended on one other device at once', async () => {
    const { site } = await open();

    await press('Logga ut på Safari, iOS');

    expect(await screen.findByText('Den inloggningen är avslutad.')).toBeDefined();
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(site.server.sent(endSession).map(({ params }) => params)).toEqual([{ sessionId: uuid('e', 2) }]);
    expect(screen.queryByRole('button', { name: 'Logga ut på alla andra enheter' })).toBeNull();
  });

  test('is ended on all others after a question', async () => {
    const { site } = await open();
    await press('Logga ut på alla andra enheter');
    const dialog = screen.getByRole('dialog', { name: 'Logga ut på alla andra enheter?' });
    expect(site.server.sent(endOtherSessions)).toEqual([]);

    await userEvent.click(within(dialog).getByRole('button', { name: 'Logga ut där' }));

    expect(await screen.findByText('Alla andra inloggningar är avslutade.')).toBeDefined();
    await waitFor(() => expect(rows()).toHaveLength(1));
  });

  test('stays when one thinks better of it', async () => {
    const { site } = await open();
    await press('Logga ut på alla andra enheter');

    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Avbryt' }));

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.server.sent(endOtherSessions)).toEqual([]);
  });

  test('ends here by signing out', async () => {
    const { site, where } = await open();

    await press('Logga ut på Firefox, Linux');

    await title('En annan sida');
    expect(where()).toBe('/');
    expect(site.server.sent(signOut)).toHaveLength(1);
  });

  test('says why a session could not be ended', async () => {
    const site = new FakeAccountSite();
    site.server.refused.set('endSession', 'service-unavailable');
    await open(site);

    await press('Logga ut på Safari, iOS');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Tjänsten kan inte svara just nu/);
    expect(rows()).toHaveLength(2);
  });
});
