import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { messages as english } from '#client/src/features/strategy/locales/en.po';
import { messages as swedish } from '#client/src/features/strategy/locales/sv.po';
import { StrategyPage } from '#client/src/features/strategy/strategy-page.tsx';
import { show } from '../ui/show.tsx';
import { strategy } from './strategy-fixture.ts';

beforeEach(() => i18n.load({ sv: swedish, en: english }));

const open = (language: 'sv' | 'en' = 'sv', address = '/') =>
  show(<StrategyPage strategy={strategy} />, language, address);
const rowOf = (table: string, name: RegExp) =>
  within(screen.getByRole('table', { name: table })).getByRole('row', { name });

test('says what is the strategy’s and what is ours', () => {
  open();

  expect(screen.getByText(/Namn och siffror kommer från strategin om inget annat sägs\./)).toBeTruthy();
  expect(screen.getByText(/all engelska är våra\./)).toBeTruthy();
  expect(screen.getByText('Vår läsning. Strategin har ingen sådan tabell.')).toBeTruthy();
});

test('shows the goal with its place in the document', () => {
  open();

  expect(screen.getByText('En stark industri.').nextElementSibling?.textContent).toBe('ord, rad 64–66');
});

test('says everything in English too', () => {
  open('en');

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The strategy');
  expect(screen.getByText('A strong industry.').nextElementSibling?.textContent).toBe('words, row 64–66');
  expect(screen.getByRole('article', { name: 'P1 Resources' }).textContent).toContain('Magnet initiatives');
});

describe('a priority', () => {
  const priority = () => screen.getByRole('article', { name: 'P1 Resurser' });

  test('can be linked to, and so can each of its steps', () => {
    open();

    expect(priority().id).toBe('P1');
    expect(document.getElementById('P1.1')?.textContent).toBe('P1.1Magnetinitiativ P1, rad 784');
  });

  test('has the support that serves it or a step of it, and who gives it where that is said', async () => {
    open();

    await userEvent.click(within(priority()).getByText('Stöd som strategin nämner: 2 former'));

    const forms = within(within(priority()).getByRole('group'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(forms).toEqual([
      'S1 MentorskapStrategin säger inte vem som ger det. För P1, P1.1, C1. ord, rad 21',
      'S2 NätverkGes av: Klustren. För P1.1, C1. ord, rad 21',
    ]);
  });

  test('with one form of support says so in one', () => {
    const [first] = strategy.supportForms;
    show(<StrategyPage strategy={{ ...strategy, supportForms: first === undefined ? [] : [first] }} />, 'en');

    expect(within(screen.getByRole('article')).getByText('Support the strategy mentions: 1 form')).toBeTruthy();
  });

  test('is told by its other names', () => {
    open();

    expect(within(priority()).getByText('”Kapacitet”').getAttribute('lang')).toBe('sv');
  });
});

describe('what the address names', () => {
  test('takes the focus when the page opens', () => {
    open('sv', '/strategy#P1.1');

    expect(document.activeElement).toBe(document.getElementById('P1.1'));
    expect(document.activeElement?.textContent).toContain('Magnetinitiativ');
  });

  test('takes the focus when a link on the page is followed, and again when it is followed again', async () => {
    open();
    const link = within(screen.getByRole('navigation', { name: 'På den här sidan' })).getByRole('link', {
      name: 'Siffror',
    });

    await userEvent.click(link);
    const part = document.activeElement;
    await userEvent.click(link);

    expect(part?.id).toBe('figures');
    expect(document.activeElement).toBe(part);
  });
});

describe('a figure', () => {
  test('stands with its value, its year or that none is given, and its source', () => {
    open();

    const cells = within(rowOf('Energi och klimat', /omkring 40/)).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['omkring 40\u00a0%', 'år anges inteB2, rad 246–247']);
    expect(rowOf('Energi och klimat', /omkring 36/).textContent).toContain('2019W4, styrkor, rad 1144–1145');
    expect(rowOf('Energi och klimat', /omkring 36/).textContent).toContain('Industrins energi (Sverige)');
  });

  test('leads to the conflict it is part of, which is explained once and then marked', async () => {
    open();

    const row = rowOf('Energi och klimat', /omkring 36/);
    await userEvent.click(within(row).getByRole('link', { name: '40 eller 36 procent' }));

    expect(row.textContent).toContain('Går inte ihop med en annan uppgift: 40 eller 36 procent');
    expect(screen.getAllByText('Värdena skiljer sig åt. Vi visar båda.')).toHaveLength(1);
    expect(document.getElementById('conflict-energy')?.dataset['target']).toBe('true');
  });

  test('says when it is ours or from elsewhere', () => {
    open();

    expect(rowOf('Ekonomi', /Kvinnor/).textContent).toContain('Uträknat av oss');
    expect(rowOf('Ekonomi', /Digital/).textContent).toContain('Inte från strategin');
    expect(screen.getByRole('link', { name: 'Tillväxtverket 2023' }).getAttribute('href')).toBe(
      'https://tillvaxtverket.se/',
    );
  });
});

test('tells the branches with their employees and their codes in registers', () => {
  open();

  expect(rowOf('Strategins fyra branscher', /Stål/).textContent).toBe('Stålomkring 10\u00a000024B1, rad 160');
  expect(rowOf('Strategins fyra branscher', /Tjänster/).textContent).toContain('anges inte');
});

test('marks how strongly a priority answers a challenge, which is named', () => {
  open();

  const table = within(screen.getByRole('table', { name: 'Prioriteringar mot utmaningar' }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Prioritering',
    'C1 Matchning',
  ]);
  expect(rowOf('Prioriteringar mot utmaningar', /^P1/).textContent).toBe('P1 Resurserstarkt');
});
