import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './error-pages/not-found-page.tsx';
import { RouteErrorPage } from './error-pages/route-error-page.tsx';
import { routePatterns } from './paths.ts';
import { FrameErrorPage, FramePending, Frame } from './layouts/frame.tsx';

type RouteModule = NonNullable<Extract<RouteObject['lazy'], () => Promise<unknown>>>;

/** A page in its own file, fetched when it is first visited. */
function page(path: string, lazy: RouteModule): RouteObject {
  return { path, lazy };
}

const pages: RouteObject[] = [
  page(routePatterns.home, () => import('./routes/home-route.tsx')),
  page(routePatterns.accessibility, () => import('./routes/accessibility-route.tsx')),
  { path: '*', Component: NotFoundPage },
];

export const router = createBrowserRouter([
  {
    Component: Frame,
    HydrateFallback: FramePending,
    ErrorBoundary: FrameErrorPage,
    children: [{ ErrorBoundary: RouteErrorPage, children: pages }],
  },
]);
