import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, beforeEach, vi } from 'vitest';
import { RouteErrorPage } from '#client/src/app/error-pages/route-error-page.tsx';
import { routePatterns } from '#client/src/app/paths.ts';
import * as account from '#client/src/app/routes/account-route.tsx';
import * as demoMails from '#client/src/app/routes/demo-mails-route.tsx';
import * as demoPeople from '#client/src/app/routes/demo-people-route.tsx';
import * as secondFactor from '#client/src/app/routes/second-factor-route.tsx';
import * as signInReturn from '#client/src/app/routes/sign-in-return-route.tsx';
import * as signIn from '#client/src/app/routes/sign-in-route.tsx';
import { forgetVisitor, visitorRoute } from '#client/src/app/visitor.ts';
import { messages as accountEnglish } from '#client/src/features/account/locales/en.po';
import { messages as accountSwedish } from '#client/src/features/account/locales/sv.po';
import { messages as demoSwedish } from '#client/src/features/demo/locales/sv.po';
import { messages as signInEnglish } from '#client/src/features/sign-in/locales/en.po';
import { messages as signInSwedish } from '#client/src/features/sign-in/locales/sv.po';
import type { Language } from '#shared/domain/language.ts';
import { speak } from '../ui/show.tsx';
import type { FakeAccountSite } from './fake-account-site.ts';

beforeEach(() => {
  forgetVisitor();
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.signIn, ...signIn },
  { path: routePatterns.signInReturn, ...signInReturn },
  { path: routePatterns.secondFactor, ...secondFactor },
  { path: routePatterns.account, ...account },
  { path: routePatterns.demoPeople, ...demoPeople },
  { path: routePatterns.demoMails, ...demoMails },
  { path: '*', element: <h1>En annan sida</h1> },
];

/** The pages of signing in and of the account, with the routes of the product in front of the fake site. */
export async function openAccount(address: string, site: FakeAccountSite, language: Language = 'sv') {
  i18n.load({
    sv: { ...accountSwedish, ...signInSwedish, ...demoSwedish },
    en: { ...accountEnglish, ...signInEnglish },
  });
  speak(language);
  const router = createMemoryRouter(
    [{ ...visitorRoute, HydrateFallback: () => null, ErrorBoundary: RouteErrorPage, children: routes }],
    { initialEntries: [address] },
  );
  render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1 }, { timeout: 5000 });
  const where = () => router.state.location.pathname + router.state.location.search;
  return { site, router, where };
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const press = (name: string | RegExp) => userEvent.click(button(name));
export const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const title = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

export async function write(name: string | RegExp, words: string): Promise<void> {
  await userEvent.clear(field(name));
  if (words !== '') await userEvent.paste(words);
}

/** What hangs on a field: its hint and its error, in words. */
export function wordsAt(name: string | RegExp): string {
  const ids = (field(name).getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
}
