import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach } from 'vitest';
import { messages as english } from '#client/src/locales/en/messages.po';
import { messages as swedish } from '#client/src/locales/sv/messages.po';
import type { Language } from '#shared/domain/language.ts';

afterEach(cleanup);

export function speak(language: Language): void {
  i18n.load({ sv: swedish, en: english });
  i18n.activate(language);
}

/** Puts a component on a page with words and a router, as it is in the product. */
export function show(content: ReactNode, language: Language = 'sv', address = '/') {
  speak(language);
  const router = createMemoryRouter([{ path: '*', element: content }], { initialEntries: [address] });
  return render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
}
