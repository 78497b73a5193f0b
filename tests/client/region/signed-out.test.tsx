import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as coverage from '#client/src/app/routes/coverage-route.tsx';
import * as indexValues from '#client/src/app/routes/index-values-route.tsx';
import * as portfolio from '#client/src/app/routes/portfolio-route.tsx';
import * as region from '#client/src/app/routes/region-route.tsx';
import * as steps from '#client/src/app/routes/steps-route.tsx';
import { type AccountDocument, getVisitor } from '#shared/contracts/visitor.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { accountOf } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { speak } from '../ui/show.tsx';

afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.region, ...region },
  { path: routePatterns.coverage, ...coverage },
  { path: routePatterns.steps, ...steps },
  { path: routePatterns.portfolio, ...portfolio },
  { path: routePatterns.indexValues, ...indexValues },
  { path: '*', element: <h1>En annan sida</h1> },
];

async function open(address: string, account: AccountDocument | null) {
  new FakeEndpoints([answering(getVisitor, () => ({ account }))]);
  speak('sv');
  const router = await openRoutes(routes, address);
  const { pathname, search } = router.state.location;
  return pathname + search;
}

test.each([
  `${routePatterns.region}?organisation=8d8d6f5e-5d1c-4a55-b3cb-3d6a7fbc9f10`,
  paths.coverage(undefined, 2),
  `${routePatterns.steps}?priority=P4`,
  `${routePatterns.portfolio}?county=20`,
  routePatterns.indexValues,
])('whoever is not signed in signs in and comes back to %s', async (address) => {
  expect(await open(address, null)).toBe(paths.signIn(address));
});

test('whoever is signed in and is no analyst sees no page', async () => {
  expect(await open(routePatterns.steps, accountOf(['editor']))).toBe(routePatterns.steps);

  expect(screen.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeTruthy();
});
