import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { RouteErrorPage } from '#client/src/app/error-pages/route-error-page.tsx';

/** Routes of the product at an address, when their first page stands there. `parent` is what lies around them. */
export async function openRoutes(children: RouteObject[], address: string, parent: Omit<RouteObject, 'index'> = {}) {
  const router = createMemoryRouter(
    [{ ...parent, HydrateFallback: () => null, ErrorBoundary: RouteErrorPage, children }],
    { initialEntries: [address] },
  );
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return router;
}
