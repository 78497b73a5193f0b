import { act, cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, vi } from 'vitest';
import { forgetVisitor, type visitorRoute } from '#client/src/app/visitor.ts';
import type { FakeAccountSite } from '../account/fake-account-site.ts';

beforeEach(() => forgetVisitor());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** One page at every address, inside the route that knows the visitor. */
export async function openVisitor(route: typeof visitorRoute, page: ReactElement, site: FakeAccountSite) {
  const router = createMemoryRouter([
    { ...route, HydrateFallback: () => null, children: [{ path: '*', element: page }] },
  ]);
  render(<RouterProvider router={router} />);
  const goTo = (address: string) => act(() => router.navigate(address));
  return { site, router, goTo };
}
