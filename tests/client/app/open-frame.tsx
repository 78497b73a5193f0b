import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, vi } from 'vitest';
import { RouteErrorPage } from '#client/src/app/error-pages/route-error-page.tsx';
import { Frame } from '#client/src/app/layouts/frame.tsx';
import { siteRoute } from '#client/src/app/site.ts';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import type { FakeAccountSite } from '../account/fake-account-site.ts';
import { speak } from '../ui/show.tsx';

beforeEach(() => {
  forgetVisitor();
  // The browser of these tests neither scrolls nor knows how to open a dialog.
  window.scrollTo = () => undefined;
});
afterEach(() => vi.unstubAllGlobals());

/** The frame of the product round one page at every address. `load` is what the page loads. */
export async function openFrame(
  site: FakeAccountSite,
  load: () => Promise<null> = async () => null,
  element = <h1>En sida</h1>,
) {
  speak('sv');
  const page = { path: '*', loader: load, element };
  const pages = [
    { path: '/sign-in', element: <h1>Inloggningen</h1> },
    { path: '/second-factor', element: <h1>Det andra steget</h1> },
    page,
  ];
  const router = createMemoryRouter(
    [
      {
        ...siteRoute,
        Component: Frame,
        HydrateFallback: () => null,
        children: [{ ...visitorRoute, ErrorBoundary: RouteErrorPage, children: pages }],
      },
    ],
    { initialEntries: ['/packages?area=D1'] },
  );
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  const where = () => router.state.location.pathname + router.state.location.search;
  return { site, router, where };
}
