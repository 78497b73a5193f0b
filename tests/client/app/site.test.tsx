import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fakeServer, openTab } from './open-site.tsx';

const goTo = (router: Awaited<ReturnType<typeof openTab>>, address: string) => act(() => router.navigate(address));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('the start of a form', () => {
  test('whose site could not be fetched says so, and fetches it when one tries again', async () => {
    const server = fakeServer();
    server.isAway = true;
    await openTab('/start');
    await heading('Sidan gick inte att hämta');
    server.isAway = false;

    await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));

    await heading('Först om företaget');
    expect(screen.getByText('Ni börjar på ”Snabbkoll”: 42 frågor, ungefär 20 minuter.')).toBeDefined();
  });

  test('can be tried again as often as it takes', async () => {
    const server = fakeServer();
    server.isAway = true;
    await openTab('/start?form=digital');
    await heading('Sidan gick inte att hämta');

    await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));

    await heading('Sidan gick inte att hämta');
    expect(server.siteRequests).toBe(2);
  });

  test('is not there for a form that the site does not have', async () => {
    fakeServer();

    await openTab('/start?form=unknown');

    await heading('Här finns ingen sida');
  });
});

describe('what the site offers', () => {
  test('is fetched once for many pages', async () => {
    const server = fakeServer();
    const router = await openTab('/');
    await screen.findByText('42 frågor, ungefär 20 minuter');

    await goTo(router, '/method');
    await goTo(router, '/start');

    await heading('Först om företaget');
    expect(server.siteRequests).toBe(1);
  });

  test('that could not be fetched is fetched by the next page which shows it, and by no other', async () => {
    const server = fakeServer();
    server.isAway = true;
    const router = await openTab('/method');
    await heading('En annan sida');
    server.isAway = false;

    await goTo(router, '/privacy');
    expect(server.siteRequests).toBe(1);
    await goTo(router, '/');

    expect(await screen.findByText('42 frågor, ungefär 20 minuter')).toBeDefined();
  });

  test('is fetched again when one leaves the editor, where another version may have been published', async () => {
    const server = fakeServer();
    const router = await openTab('/editor');
    await heading('Frågeformulär');
    server.minutes = 15;

    await goTo(router, '/editor/drafts/1');
    expect(server.siteRequests).toBe(1);
    await goTo(router, '/');

    expect(await screen.findByText('42 frågor, ungefär 15 minuter')).toBeDefined();
  });

  test('stays as it was when it cannot be fetched again', async () => {
    const server = fakeServer();
    const router = await openTab('/editor');
    await heading('Frågeformulär');
    server.isAway = true;

    await goTo(router, '/');

    expect(await screen.findByText('42 frågor, ungefär 20 minuter')).toBeDefined();
    expect(server.siteRequests).toBe(2);
  });
});
