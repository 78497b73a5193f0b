import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { messages } from '#client/src/features/outcomes/locales/sv.po';
import { OutcomesPage } from '#client/src/features/outcomes/outcomes-page.tsx';
import type { RuleOutcomesDocument } from '#shared/contracts/rule-outcomes.ts';
import { show } from '../ui/show.tsx';
import { emptyOutcomes, outcomesOf } from './outcomes-fixture.ts';

beforeEach(() => i18n.load('sv', messages));

function open(loaded: RuleOutcomesDocument = outcomesOf(), search = '') {
  const shown = show(<OutcomesPage loaded={loaded} rulesHref="/editor/rules" />, 'sv', `/${search}`);
  return { ...shown, user: userEvent.setup() };
}
const cellsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('tells package by package what firms made of the suggestions, and of how many nothing is shown', () => {
  open();

  screen.getByRole('heading', { level: 1, name: 'Vad som hände med förslagen' });
  screen.getByText(/till och med den 31 oktober 2026/);
  expect(cellsOf('Förslag per paket')).toEqual([
    ['Paket', 'Alla', 'Första', 'Andra', 'Tredje', 'Har lagt först', 'Tackar nej'],
    ['Ordning i flödet', '60', '30', '20', '10', '20', '15'],
  ]);
  expect(screen.getAllByText('Om 1 paket kan inget visas: för få företag, eller inga.')).toHaveLength(2);
  // A column of marks alone is a sentence.
  expect(cellsOf('Förfrågningar per paket')).toEqual([
    ['Paket', 'Alla', 'Ja', 'Nej'],
    ['Ordning i flödet', '25', '15', '10'],
  ]);
  screen.getByText(/^I ingen rad går det att visa: ”Inte föreslaget”, ”Lämnad vidare”, /);
  screen.getByText(/^Förfrågningar om kontakt, från alla företag\. En rådgivare svarar på var och en med ja/);
  expect(screen.getByText('Om 2 paket kan inget visas: för få företag, eller inga.')).toBeTruthy();
});

test.each([
  ['?package=NOPE', true],
  ['?rule=zzz', true],
  ['?period=1999', true],
  ['?package=process-cohort&rule=X-1&period=2026', false],
  ['', false],
])('says whether the address asks for what is not here: %s', (search, isSaid) => {
  open(outcomesOf(), search);
  expect(screen.queryByText(/^Adressen frågar efter en period, ett paket eller en regel/) !== null).toBe(isSaid);
});

test('tells what rules brought in, and in which areas firms ask for what does not exist', () => {
  open();
  expect(cellsOf('Vad reglerna lyfte fram')[1]).toEqual([
    'X-1 Processerna först',
    'Ordning i flödet',
    '40',
    '10',
    '15',
  ]);
  expect(cellsOf('Önskemål per område')).toEqual([
    ['Område', 'Antal'],
    ['Affärsmodell', '15'],
  ]);
});

test('keeps the chosen period and package in the address, and divides one package further', async () => {
  const { user } = open();
  await user.click(screen.getByRole('link', { name: '2026' }));
  await user.selectOptions(screen.getByLabelText('Paket'), 'Ordning i flödet');

  expect(screen.getByRole('link', { name: '2026' }).getAttribute('aria-current')).toBe('page');
  expect(cellsOf('Version av katalogen').slice(1)).toEqual([
    ['Version 1', '15'],
    ['Version 2', '20'],
  ]);
  screen.getByText('Visas inte: Vad företaget gjorde av det. För få företag, eller så skulle det avslöja för mycket.');

  await user.click(screen.getByRole('link', { name: 'Sedan starten' }));
  expect(cellsOf('Varför det blev nej').slice(1)).toEqual([
    ['Det är för långt bort', '10'],
    ['Vi har inte tid just nu', '5'],
    ['Ett annat skäl', '..visas inte'],
  ]);
  expect(screen.queryByRole('table', { name: 'Version av katalogen' })).toBeNull();

  await user.click(screen.getByRole('link', { name: 'Visa alla paket' }));
  screen.getByRole('table', { name: 'Förslag per paket' });
});

test('says what is shown when the choice changes', async () => {
  const { user } = open();
  const status = () => screen.getByText(/^Visas:/).closest('[role=status]')?.textContent;
  expect(status()).toBe('Visas: sedan starten, alla paket.');

  await user.click(screen.getByRole('link', { name: '2026' }));
  await user.selectOptions(screen.getByLabelText('Paket'), 'Ordning i flödet');
  expect(status()).toBe('Visas: 2026, Ordning i flödet.');
});

test('begins with the rule of the address, and shows the packages that it can lift alone', () => {
  open(outcomesOf(), '?rule=X-1');

  expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Regel för regel');
  screen.getByText(/^Visas: sedan starten, paketen som X-1 Processerna först kan lyfta fram/);
  expect(screen.queryByText(/Om \d paket kan inget visas/)?.textContent).toBe(
    'Om 1 paket kan inget visas: för få företag, eller inga.',
  );
});

test('says of a rule that lifts no package that there is none', () => {
  open(outcomesOf(), '?rule=X-2');
  screen.getByText('Regeln lyfter inte fram något paket.');
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Regel för regel',
  ]);
  screen.getByRole('link', { name: 'Visa alla paket' });
});

test('what the address names and there is not is everything', () => {
  open(outcomesOf(), '?period=1999&package=gone&rule=X-99');
  expect(cellsOf('Förslag per paket')[1]?.[1]).toBe('60');
});

test('says when nothing can be shown yet, and what it takes', () => {
  open(emptyOutcomes());
  screen.getByText('Ännu finns inget som kan visas');
  screen.getByText(/minst 5 företag/);
  expect(screen.queryByRole('table')).toBeNull();
  screen.getByText(/Skydd: ett antal med färre än 5 företag/);
});

test('gives every count as a table to save, and says how it is counted and what is not shown', () => {
  open(outcomesOf({ isSimulated: true }));
  expect(screen.getByRole('link', { name: /^Spara alla paket och perioder/ }).getAttribute('href')).toBe(
    '/api/rules/outcomes/table?language=sv',
  );
  screen.getByText('Simulerade företag');
  screen.getByText(/Vad företag skriver med egna ord .* visas inte här/);
});
