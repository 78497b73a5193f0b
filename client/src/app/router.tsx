import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFoundPage } from './error-pages/not-found-page.tsx';
import { RouteErrorPage } from './error-pages/route-error-page.tsx';
import { readyFeatures } from './language/language.ts';
import { Frame, FrameErrorPage, FramePending } from './layouts/frame.tsx';
import { routePatterns } from './paths.ts';
import { siteRoute } from './site.ts';

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

const result: RouteObject = {
  ...page(routePatterns.result, ['result'], () => import('./routes/result-frame-route.tsx')),
  children: [
    { index: true, lazy: () => import('./routes/result-route.tsx') },
    page(routePatterns.calculation, [], () => import('./routes/calculation-route.tsx')),
  ],
};

/** The pages of one draft share it, so that each sees what the others have stored. */
const draft: RouteObject = {
  ...page(routePatterns.draft, ['editing', 'answering'], () => import('./routes/draft-frame-route.tsx')),
  children: [
    { index: true, lazy: () => import('./routes/draft-route.tsx') },
    page(routePatterns.draftSection, [], () => import('./routes/draft-section-route.tsx')),
    page(routePatterns.draftNewItem, [], () => import('./routes/draft-item-route.tsx')),
    page(routePatterns.draftItem, [], () => import('./routes/draft-item-route.tsx')),
    page(routePatterns.draftRules, [], () => import('./routes/draft-rules-route.tsx')),
    page(routePatterns.draftDifference, [], () => import('./routes/draft-difference-route.tsx')),
    page(routePatterns.draftPreview, [], () => import('./routes/draft-preview-route.tsx')),
  ],
};

const pages: RouteObject[] = [
  page(routePatterns.home, ['introduction'], () => import('./routes/home-route.tsx')),
  page(routePatterns.accessibility, ['introduction'], () => import('./routes/accessibility-route.tsx')),
  page(routePatterns.start, ['start'], () => import('./routes/start-route.tsx')),
  page(routePatterns.resume, ['answering'], () => import('./routes/resume-route.tsx')),
  answering,
  result,
  page(routePatterns.contact, ['contact'], () => import('./routes/contact-route.tsx')),
  page(routePatterns.referrals, ['contact'], () => import('./routes/referrals-route.tsx')),
  page(routePatterns.packages, ['packages'], () => import('./routes/packages-route.tsx')),
  page(routePatterns.package, ['packages'], () => import('./routes/package-route.tsx')),
  page(routePatterns.strategy, ['strategy'], () => import('./routes/strategy-route.tsx')),
  page(routePatterns.method, ['information'], () => import('./routes/method-route.tsx')),
  page(routePatterns.privacy, ['information'], () => import('./routes/privacy-route.tsx')),
  page(routePatterns.editor, ['editing'], () => import('./routes/editor-route.tsx')),
  page(routePatterns.version, ['editing'], () => import('./routes/version-route.tsx')),
  draft,
  { path: '*', Component: NotFoundPage },
];

export const router = createBrowserRouter([
  {
    ...siteRoute,
    Component: Frame,
    HydrateFallback: FramePending,
    ErrorBoundary: FrameErrorPage,
    children: [{ ErrorBoundary: RouteErrorPage, children: pages }],
  },
]);
