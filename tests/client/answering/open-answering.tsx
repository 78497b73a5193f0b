import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, useParams } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { AnsweredVersionPage } from '#client/src/features/answering/answered-version-page.tsx';
import { AnsweringProvider } from '#client/src/features/answering/answering-context.tsx';
import { ItemPage } from '#client/src/features/answering/item-page.tsx';
import { loadAnswering } from '#client/src/features/answering/load-answering.ts';
import { messages as english } from '#client/src/features/answering/locales/en.po';
import { messages as swedish } from '#client/src/features/answering/locales/sv.po';
import { OverviewPage } from '#client/src/features/answering/overview-page.tsx';
import { ResumePage } from '#client/src/features/answering/resume-page.tsx';
import { ReviewPage } from '#client/src/features/answering/review-page.tsx';
import { speak } from '../ui/show.tsx';
import { fakeSite } from './fake-site.ts';
import { quickForm } from './quick-form.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

function Item() {
  const { step } = useParams();
  return <ItemPage step={Number(step)} />;
}

export type FakeSite = ReturnType<typeof fakeSite>;

export const newSite = (): FakeSite => fakeSite(quickForm);

/** One browser tab at an address of the answering: `items/1`, `overview`, `review`, `resume`. */
export async function openAnswering(address: string, site = newSite(), ownEmail: string | null = null) {
  i18n.load({ sv: swedish, en: english });
  speak('sv');
  const { responseId } = site;
  const loaded = await loadAnswering(responseId, 'sv');
  const hrefs = {
    item: (step: number) => `/items/${step}`,
    overview: '/overview',
    respondents: '/respondents',
    closedHere: paths.closedHere,
    review: '/review',
    result: '/result',
    method: '/method',
    claim: '/claim',
    resume: '/resume',
    version: '/version',
    signIn: (next: string) => `/sign-in?next=${next}`,
  };
  const frame = (
    <AnsweringProvider loaded={loaded} hrefs={hrefs} ownEmail={ownEmail}>
      <Outlet />
    </AnsweringProvider>
  );
  const resumeHrefs = { overview: () => '/overview', result: () => '/result', start: '/start', signIn: '/sign-in' };
  const router = createMemoryRouter(
    [
      {
        element: frame,
        children: [
          { path: '/items/:step', Component: Item },
          { path: '/overview', Component: OverviewPage },
          { path: '/review', Component: ReviewPage },
          { path: '/version', Component: AnsweredVersionPage },
        ],
      },
      { path: '/resume', element: <ResumePage hrefs={resumeHrefs} /> },
      { path: '/answer', element: <h1>Stängt</h1> },
      { path: '/result', element: <h1>Resultat</h1> },
      { path: '/sign-in', element: <h1>Logga in</h1> },
      { path: '/claim', element: <h1>Spara</h1> },
    ],
    { initialEntries: [`/${address}`] },
  );
  const { unmount } = render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { site, router, unmount, session: loaded.session };
}
