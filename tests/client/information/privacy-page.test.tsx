import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { messages as swedish } from '#client/src/features/information/locales/sv.po';
import { PrivacyPage } from '#client/src/features/information/privacy-page.tsx';
import { show } from '../ui/show.tsx';

test('says that the coordination counts too, by the newest wording of the statistics', () => {
  i18n.load('sv', swedish);
  show(<PrivacyPage hrefs={{ retention: '/lista', erasure: '/radera' }} />);

  screen.getByText(/^Med den nyaste samtyckestexten räknar också Måttstocks samordning/);
});

test('leads to how long what is kept, and to where an account is asked to be erased', () => {
  i18n.load('sv', swedish);
  show(<PrivacyPage hrefs={{ retention: '/lista', erasure: '/radera' }} />);

  const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(hrefOf('Hur länge vi sparar vad')).toBe('/lista');
  expect(hrefOf('Radera ert konto')).toBe('/radera');
});
