import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import { createMemoryRouter, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, vi } from 'vitest';
import { routePatterns } from '#client/src/app/paths.ts';
import { messages as introduction } from '#client/src/features/introduction/locales/sv.po';
import { messages as start } from '#client/src/features/start/locales/sv.po';
import type { Site } from '#shared/contracts/site.ts';
import { options } from '../start/profile-options.ts';
import { speak } from '../ui/show.tsx';

afterEach(() => vi.unstubAllGlobals());

const form = (code: string, sv: string, minutes: number): Site['forms'][number] => {
  const words = { sv, en: sv };
  return { code, minutes, scoredItems: 42, name: words, about: words };
};

/** What a site with a quick check of so many minutes answers. */
const siteOf = (minutes: number) => ({
  isDemo: false,
  hasDemoPeople: false,
  instrumentVersionId: '1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab22',
  scoring: { minimumShareAnswered: 0.6, bands: [] },
  forms: [form('snabbkoll', 'Snabbkoll', minutes), form('digital', 'Digital mognad', 25)],
});

/** The server as the first pages see it: its site may be away, or become another. */
export function fakeServer() {
  const state = { isAway: false, minutes: 20, siteRequests: 0 };
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.endsWith('/firm-profile-options')) return Response.json(options);
    state.siteRequests += 1;
    if (state.isAway) throw new TypeError('Failed to fetch');
    return Response.json(siteOf(state.minutes));
  });
  return state;
}

/** A tab of its own at an address, with the site's route of the product round the pages that show it. */
export async function openTab(address: string) {
  i18n.load('sv', { ...start, ...introduction });
  speak('sv');
  vi.resetModules();
  const { siteRoute } = await import('#client/src/app/site.ts');
  const startRoute = await import('#client/src/app/routes/start-route.tsx');
  const homeRoute = await import('#client/src/app/routes/home-route.tsx');
  const children = [
    { path: routePatterns.home, ...homeRoute },
    { path: routePatterns.start, ...startRoute },
    { path: `${routePatterns.editor}/*`, element: <h1>Frågeformulär</h1> },
    { path: '*', element: <h1>En annan sida</h1> },
  ];
  const router = createMemoryRouter([{ ...siteRoute, Component: Outlet, HydrateFallback: () => null, children }], {
    initialEntries: [address],
  });
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  return router;
}
