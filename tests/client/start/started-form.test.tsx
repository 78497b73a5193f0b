import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fillIn, openStart, send, sentBody } from './open-start.tsx';

const digital = {
  code: 'digital',
  name: { sv: 'Digital mognad', en: 'Digital maturity' },
  minutes: 25,
  scoredItems: 50,
};

test('says which form is begun, and how long it is', () => {
  openStart(digital);

  expect(screen.getByText('Ni börjar på ”Digital mognad”: 50 frågor, ungefär 25 minuter.')).toBeDefined();
});

test('says so in English', () => {
  openStart(digital, 'en');

  expect(screen.getByText('You begin “Digital maturity”: 50 questions, about 25 minutes.')).toBeDefined();
});

test('begins the form that was chosen', async () => {
  openStart(digital);
  await fillIn();

  await send();

  expect(await sentBody()).toMatchObject({ formCode: 'digital', language: 'sv' });
});
