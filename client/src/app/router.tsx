import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './error-pages/not-found-page.tsx';
import { RouteErrorPage } from './error-pages/route-error-page.tsx';
import { readyFeatures } from './language/language.ts';
import { Frame, FrameErrorPage, FramePending } from './layouts/frame.tsx';
import { routePatterns } from './paths.ts';

type RouteModule = NonNullable<Extract<RouteObject['lazy'], () => Promise<unknown>>>;

/** A page in its own file, fetched when it is first visited together with the words of the features on it. */
function page(path: string, features: readonly string[], load: RouteModule) {
  const lazy = async () => {
    const [module] = await Promise.all([load(), readyFeatures(features)]);
    return module;
  };
  return { path, lazy };
}

/** The pages of one response share what was loaded for it. */
const answering: RouteObject = {
  ...page(routePatterns.response, ['answering'], () => import('./routes/answering-route.tsx')),
  children: [
    page(routePatterns.item, [], () => import('./routes/item-route.tsx')),
    page(routePatterns.overview, [], () => import('./routes/overview-route.tsx')),
    page(routePatterns.review, [], () => import('./routes/review-route.tsx')),
  ],
};

const pages: RouteObject[] = [
  page(routePatterns.home, ['introduction'], () => import('./routes/home-route.tsx')),
  page(routePatterns.accessibility, ['introduction'], () => import('./routes/accessibility-route.tsx')),
  page(routePatterns.start, ['start'], () => import('./routes/start-route.tsx')),
  page(routePatterns.resume, ['answering'], () => import('./routes/resume-route.tsx')),
  answering,
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
