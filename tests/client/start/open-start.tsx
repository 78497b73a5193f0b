import { i18n } from '@lingui/core';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { messages as english } from '#client/src/features/start/locales/en.po';
import { messages as swedish } from '#client/src/features/start/locales/sv.po';
import { type StartedForm, StartPage } from '#client/src/features/start/start-page.tsx';
import type { Language } from '#shared/domain/language.ts';
import { show } from '../ui/show.tsx';
import { options } from './profile-options.ts';

/** Every request of the page; each one fails. */
export const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  sessionStorage.clear();
  fetched.mockReset();
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const quickCheck: StartedForm = {
  code: 'snabbkoll',
  name: { sv: 'Snabbkoll', en: 'Quick check' },
  minutes: 20,
  scoredItems: 42,
};

export function openStart(started = quickCheck, language: Language = 'sv', isSignedIn = false) {
  i18n.load({ sv: swedish, en: english });
  const hrefs = { firstItem: (responseId: string) => `/items/${responseId}`, resume: '/resume', privacy: '/privacy' };
  return show(<StartPage started={started} options={options} hrefs={hrefs} isSignedIn={isSignedIn} />, language);
}

export const send = () => userEvent.click(screen.getByRole('button', { name: 'Till första frågan' }));
export const openMore = () => userEvent.click(screen.getByText(/Mer om företaget/));

/** Answers what everybody is asked. */
export async function fillIn() {
  await userEvent.selectOptions(screen.getByLabelText('Kommun'), 'Hudiksvall');
  for (const label of ['Metallvaror och maskiner', '10–49 anställda', 'Legotillverkare']) {
    await userEvent.click(screen.getByRole('radio', { name: label }));
  }
}

/** What the page sent, once it has. */
export async function sentBody(): Promise<unknown> {
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce());
  return JSON.parse(String(fetched.mock.calls[0]?.[1]?.body));
}
