import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { HomePage, type HomePageProps } from '#client/src/features/introduction/home-page.tsx';
import { messages as english } from '#client/src/features/introduction/locales/en.po';
import { messages as swedish } from '#client/src/features/introduction/locales/sv.po';
import type { Language } from '#shared/domain/language.ts';
import { show } from '../ui/show.tsx';

const hrefs = {
  start: '/start',
  startForm: (formCode: string) => `/start?form=${formCode}`,
  resume: '/resume',
  packages: '/packages',
  method: '/method',
  privacy: '/privacy',
  figures: '/releases',
};

const form = (code: string, sv: string, en: string) => ({
  code,
  name: { sv, en },
  about: { sv: `Om ${sv}.`, en: `About ${en}.` },
  minutes: 25,
  scoredItems: 50,
});
const digital = form('digital', 'Digital mognad', 'Digital maturity');
const process = form('process', 'Processmognad', 'Process maturity');

function open(props: Partial<HomePageProps> = {}, language: Language = 'sv') {
  i18n.load({ sv: swedish, en: english });
  const quickCheck = { minutes: 20, items: 42 };
  show(
    <HomePage quickCheck={quickCheck} otherForms={[digital, process]} hrefs={hrefs} visitor={null} {...props} />,
    language,
  );
}
const otherForms = (name = 'Hellre en del på djupet?') => screen.queryByRole('region', { name });

test('the quick check comes first, with its length', () => {
  open();

  expect(screen.getByText('42 frågor, ungefär 20 minuter')).toBeDefined();
  const [start] = screen.getAllByRole('link', { name: 'Starta snabbkollen' });
  expect(start?.getAttribute('href')).toBe('/start');
});

test('other forms are offered, each with what it is about, how long it is and a way to begin', () => {
  open();

  const items = within(otherForms() as HTMLElement).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Digital mognadOm Digital mognad.50 frågor, ungefär 25 minuter. Börja',
    'ProcessmognadOm Processmognad.50 frågor, ungefär 25 minuter. Börja',
  ]);
  const begin = screen.getByRole('link', { name: 'Börja: Processmognad' });
  expect(begin.getAttribute('href')).toBe('/start?form=process');
});

test('other forms are in English for who reads English', () => {
  open({}, 'en');

  const part = within(otherForms('Rather one part in depth?') as HTMLElement);
  expect(part.getByText('About Digital maturity.')).toBeDefined();
  expect(part.getByRole('link', { name: 'Begin: Digital maturity' })).toBeDefined();
});

test('nothing is said of other forms when there are none, nor of a length that is not known', () => {
  open({ otherForms: [], quickCheck: undefined });

  expect(otherForms()).toBeNull();
  expect(screen.queryByText(/frågor, ungefär/)).toBeNull();
  expect(screen.getAllByRole('link', { name: 'Starta snabbkollen' }).length).toBeGreaterThan(0);
});

test('an example is offered only where there is one, and says why when it does not open', async () => {
  open();
  expect(screen.queryByRole('button', { name: 'Se ett exempel' })).toBeNull();
  const openExample = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  open({ openExample });

  await userEvent.click(screen.getByRole('button', { name: 'Se ett exempel' }));

  expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
  expect(openExample).toHaveBeenCalledOnce();
});

test('who is signed in is not told that there is no account, and begins for a firm on its page', () => {
  open({ visitor: { firms: [{ href: '/firms/1', name: { sv: 'Stål AB', en: 'Stål AB' } }] } });

  expect(screen.queryByText(/Inget konto/)).toBeNull();
  expect(screen.getByRole('link', { name: 'för Stål AB börjar ni här' }).getAttribute('href')).toBe('/firms/1');
});

test('who is signed in without a firm reads that the answers begin without the account', () => {
  open({ visitor: { firms: [] } });

  expect(screen.queryByText(/Inget konto/)).toBeNull();
  expect(screen.getByText('Påbörjas utan ert konto')).toBeDefined();
});

test('nobody signed in reads that no account is needed', () => {
  open();

  expect(screen.getByText('Inget konto')).toBeDefined();
});

test('it leads to what the regions have published', () => {
  open();

  expect(screen.getByRole('link', { name: 'Se siffrorna' }).getAttribute('href')).toBe('/releases');
});
