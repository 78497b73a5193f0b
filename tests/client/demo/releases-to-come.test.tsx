import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { routePatterns } from '#client/src/app/paths.ts';
import * as publishedList from '#client/src/app/routes/published-releases-route.tsx';
import { siteRoute } from '#client/src/app/site.ts';
import { messages as demoWords } from '#client/src/features/demo/locales/sv.po';
import { messages as words } from '#client/src/features/releases/locales/sv.po';
import { tellDemoReleases } from '#shared/contracts/demo.ts';
import { listPublishedReleases, type PublishedReleaseRow } from '#shared/contracts/releases.ts';
import { getSite } from '#shared/contracts/site.ts';
import { at, both, uuid } from '../account/account-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { speak } from '../ui/show.tsx';

const row: PublishedReleaseRow = {
  number: 1,
  kind: 'levels',
  name: both('Läget'),
  organisationName: both('Region Dalarna'),
  periods: [{ from: '2025-11-01', until: '2026-11-01' }],
  from: '2025-11-01',
  until: '2026-11-01',
  population: 'all',
  areas: 2,
  others: 0,
  isSimulated: true,
  publishedAt: at,
  tells: [],
};

/** A site whose releases come as the test says. */
class Site {
  hasDemoPeople = true;
  toCome = { left: 2, of: 2 };
  releases: PublishedReleaseRow[] = [];
  readonly server = new FakeEndpoints([
    answering(getSite, () => ({
      isDemo: this.hasDemoPeople,
      hasDemoPeople: this.hasDemoPeople,
      instrumentVersionId: uuid('4', 1),
      forms: [],
      scoring: { minimumShareAnswered: 0.6, bands: [] },
    })),
    answering(tellDemoReleases, () => this.toCome),
    answering(listPublishedReleases, () => ({ releases: this.releases })),
  ]);
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function openList(site: Site): Promise<Site> {
  i18n.load('sv', { ...words, ...demoWords });
  speak('sv');
  const pages = [{ path: routePatterns.publishedReleases, ...publishedList }];
  const router = createMemoryRouter([{ ...siteRoute, HydrateFallback: () => null, children: pages }], {
    initialEntries: ['/releases'],
  });
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: 'Siffror' });
  return site;
}

const nothing = () => screen.queryByText('Inga siffror är publicerade än');
const counting = 'Demon räknar fram sina siffror just nu';
/** The demo is asked every other second. */
const later = () => vi.advanceTimersByTimeAsync(2100);

describe('the list of figures on a demo', () => {
  test('says that they are being counted, and shows each as it comes', async () => {
    const site = await openList(new Site());
    await screen.findByText(counting);
    expect(screen.getByText('2 av 2 publiceringar återstår. De kommer hit av sig själva.')).toBeDefined();
    expect(nothing()).toBeNull();

    site.releases = [row];
    site.toCome = { left: 1, of: 2 };
    await later();
    await screen.findByRole('link', { name: 'Läget' });
    expect(screen.getByText('1 av 2 publiceringar återstår. Den kommer hit av sig själv.')).toBeDefined();

    site.toCome = { left: 0, of: 2 };
    await later();
    await vi.waitFor(() => expect(screen.queryByText(counting)).toBeNull());
    const asked = site.server.sent(tellDemoReleases).length;
    await later();
    expect(site.server.sent(tellDemoReleases)).toHaveLength(asked);
  });

  test('goes on asking where nobody answers for a moment', async () => {
    const site = new Site();
    site.server.refused.set('tellDemoReleases', 'no-reply');
    await openList(site);
    await later();
    site.server.refused.clear();
    await later();

    await screen.findByText(counting);
  });

  test('says that nothing is published where nothing came of it', async () => {
    const site = new Site();
    site.toCome = { left: 0, of: 2 };
    await openList(site);

    await vi.waitFor(() => expect(nothing()).not.toBeNull());
    expect(screen.queryByText(counting)).toBeNull();
  });

  test('of a real site asks for no demo', async () => {
    const site = new Site();
    site.hasDemoPeople = false;
    await openList(site);

    await vi.waitFor(() => expect(nothing()).not.toBeNull());
    expect(site.server.sent(tellDemoReleases)).toEqual([]);
  });
});
