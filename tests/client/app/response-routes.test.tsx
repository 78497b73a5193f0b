import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { act, cleanup, render, screen } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RouteErrorPage } from '#client/src/app/error-pages/route-error-page.tsx';
import { routePatterns } from '#client/src/app/paths.ts';
import * as resultFrame from '#client/src/app/routes/result-frame-route.tsx';
import * as resultRoute from '#client/src/app/routes/result-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as firm } from '#client/src/features/firm/locales/sv.po';
import { messages as result } from '#client/src/features/result/locales/sv.po';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { accountOf, membershipOf } from '../account/account-fixture.ts';
import { accessOf, consentOf, firmId, problem } from '../firm/firm-fixture.ts';
import { form, resultOf } from '../result/result-fixture.tsx';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { speak } from '../ui/show.tsx';

const otherId = '9b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a99';

/** A server with the results of these responses and nothing else that opens. */
function serverWith(
  responses: readonly object[],
  access = { status: 200, body: accessOf() as object },
  account: AccountDocument | null = null,
  otherwise: object = problem(404, 'not-found').body,
): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const send = ({ status, body }: { status: number; body: object }) => Response.json(body, { status });
    if (address.includes('/forms/')) return send({ status: 200, body: form });
    if (address.endsWith('/visitor')) return send({ status: 200, body: { account } });
    if (address.endsWith('/access')) return send(access);
    const wanted = responses.find((each) => address.includes((each as ResponseDocument).responseId));
    if (wanted === undefined) return send({ status: Number(Reflect.get(otherwise, 'status')), body: otherwise });
    return send({ status: 200, body: resultOf({ response: wanted as ResponseDocument }) });
  });
}

async function openAt(address: string) {
  i18n.load('sv', { ...firm, ...result });
  speak('sv');
  const router = createMemoryRouter(
    [
      {
        ...visitorRoute,
        ErrorBoundary: RouteErrorPage,
        HydrateFallback: () => null,
        children: [
          {
            path: routePatterns.result,
            ...resultFrame,
            children: [{ index: true, ...resultRoute }],
          },
          {
            path: '*',
            element: null,
            loader: () => {
              throw new Response(null, { status: 404 });
            },
          },
        ],
      },
    ],
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

beforeEach(() => {
  forgetVisitor();
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('answers that do not open lead to signing in and back', async () => {
  serverWith([]);

  await openAt(`/responses/${responseId}/result`);

  expect(screen.getByRole('heading', { level: 1, name: 'Svaren öppnas inte härifrån' })).toBeDefined();
  const link = screen.getByRole('link', { name: 'Logga in' });
  expect(link.getAttribute('href')).toBe(`/sign-in?next=${encodeURIComponent(`/responses/${responseId}/result`)}`);
});

test.each(['params/responseId', 'querystring/since'])(
  'an address that holds what nothing can be called (%s) leads nowhere too, and is no failure of ours',
  async (path) => {
    serverWith([], undefined, null, { ...problem(422, 'invalid-request').body, errors: [{ path, code: 'format' }] });

    await openAt('/responses/abc/result');

    expect(screen.getByRole('heading', { level: 1, name: 'Svaren öppnas inte härifrån' })).toBeDefined();
  },
);

test('a fault in what was sent is not a mistyped address', async () => {
  const errors = [{ path: 'body/answers', code: 'format' }];
  serverWith([], undefined, null, { ...problem(422, 'invalid-request').body, errors });

  await openAt(`/responses/${responseId}/result`);

  expect(screen.getByRole('heading', { level: 1, name: 'Något gick fel hos oss' })).toBeDefined();
});

test('any other page that is not there says so', async () => {
  serverWith([]);

  await openAt('/nowhere');

  expect(screen.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Fortsätt med era svar' })).toBeDefined();
});

test('a page that is not there tells somebody signed in as whom, and leads to where they work', async () => {
  serverWith([], undefined, accountOf({ memberships: [membershipOf('advisor')] }));

  await openAt('/nowhere');

  expect(screen.getByText('Sidan finns inte, eller så får ert konto inte se den.')).toBeDefined();
  expect(screen.getByText('Ni är inloggade som Kim Berg (kim.berg@smedjan.se).')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Till er startsida' }).getAttribute('href')).toBe('/advisor');
});

test('the result of a firm says who sees it', async () => {
  const claimed = { ...submittedResponse, isClaimed: true, firmId };
  serverWith([claimed], { status: 200, body: accessOf({ consents: [consentOf()] }) });

  await openAt(`/responses/${responseId}/result`);

  expect(screen.getByText('Paper Province ser era resultat sedan 3 maj 2026.')).toBeDefined();
});

test('the result shows also when who sees it could not be fetched', async () => {
  serverWith([{ ...submittedResponse, isClaimed: true, firmId }], problem(503, 'service-unavailable'));

  await openAt(`/responses/${responseId}/result`);

  expect(screen.getByText('Vem som ser detta gick inte att hämta just nu.')).toBeDefined();
});

test('going from one result to another shows the other one', async () => {
  serverWith([submittedResponse, { ...submittedResponse, responseId: otherId, firmName: 'Gjuteriet AB' }]);
  const router = await openAt(`/responses/${responseId}/result`);
  expect(screen.getByText('Smedjan AB')).toBeDefined();

  await act(() => router.navigate(`/responses/${otherId}/result`));

  expect(await screen.findByText('Gjuteriet AB')).toBeDefined();
});
