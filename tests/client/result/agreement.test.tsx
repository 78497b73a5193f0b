import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Agreement } from '#client/src/features/result/agreement.tsx';
import type { AgreementDocument } from '#shared/domain/respondents/agreement-document.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

const documentOf = (changes: Partial<AgreementDocument> = {}): AgreementDocument => ({
  version: 'agreement-1',
  respondents: 4,
  dimensions: [{ dimension: 'D2', items: 2, agreement: 0.8, strength: 'strong' }],
  items: [
    { item: 'D2.1', answers: 4, lowest: 2, median: 2, highest: 3, roles: [] },
    {
      item: 'D2.2',
      answers: 4,
      lowest: 0,
      median: 1,
      highest: 4,
      roles: [{ role: 'operator', answers: 3, mean: 1.333 }],
    },
  ],
  betweenItems: { kind: 'told', one: 0.25, mean: 0.5714, items: 6 },
  differences: { kind: 'spread', items: [{ item: 'D2.2', lowest: 0, highest: 4 }] },
  ...changes,
});
const show = (changes: Partial<AgreementDocument> = {}) =>
  showWithResult(<Agreement />, resultOf({ agreement: documentOf(changes) }));
const spreads = () => screen.getByRole('table', { name: 'Hur långt isär era svar ligger, i nivåer 0–4' });

test('tells how far apart the answers to each question lie, the furthest first, and of a role where it is told', () => {
  show();
  const [, ...rows] = within(spreads()).getAllByRole('row');
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Fråga D2.2?', '0–4', '1', '4', 'Operatör eller lagledare: 1,3 (3 svar)'],
    ['Fråga D2.1?', '2–3', '2', '4', '–'],
  ]);
});

test('without a role that can be told of says so, and has no column for it', () => {
  show({ items: documentOf().items.slice(0, 1) });
  expect(within(spreads()).queryByRole('columnheader', { name: 'I genomsnitt per roll' })).toBeNull();
  screen.getByText(/^Inget visas om roller/);
});

test('where office and shop floor are not set against each other says why, and which areas have too few answers', () => {
  show({ dimensions: [...documentOf().dimensions, { dimension: 'D9', items: 0, agreement: null, strength: null }] });
  screen.getByText(/^Kontor och verkstad ställs inte mot varandra: för få frågor har besvarats av tre/);
  screen.getByText('För få svar för att visas: Säkerhet.');
});

test('without a question that can be told of says what is missing', () => {
  show({ items: [], dimensions: [], differences: { kind: 'too-few' }, betweenItems: { kind: 'too-few' } });
  screen.getByText(/Här går inte att se vad någon har svarat/);
  screen.getByText('Ingen fråga kan visas än');
  expect(screen.queryByRole('table')).toBeNull();
});

test('says in words what the two coefficients mean', () => {
  show();
  screen.getByText(/svar på 6 frågor ligger andelen 0,25 mellan frågorna och resten mellan er \(ICC\(1\)/);
  screen.getByText(/den ena frågan från den andra: 0,57 av 1 \(ICC\(1,k\)\)/);
});

test('a coefficient below nothing is shown as nothing, and one that cannot be told says why', () => {
  show({ betweenItems: { kind: 'told', one: -0.2, mean: null, items: 5 } });
  screen.getByText(/andelen 0,00 mellan frågorna/);
  screen.getByText(/Frågorna har samma medelvärde/);
});

test.each([
  ['too-few', /^Färre än fem frågor har svar från tre utöver den som leder/],
  ['no-variation', /^Alla svar är lika/],
] as const)('says why there are none: %s', (kind, words) => {
  show({ betweenItems: { kind } });
  screen.getByText(words);
});

test.each([
  [4, /^4 av er har svarat på frågor med nivåer\. En skillnad är ett fynd/],
  [1, /^Bara 1 av er har svarat på frågor med nivåer, så det finns inget att jämföra/],
  [0, /^Ingen av er har svarat på någon fråga med nivåer/],
])('counts those who answered: %s', (respondents, words) => {
  show({ respondents });
  screen.getByText(words);
});
