import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CalculationPage } from '#client/src/features/result/calculation-page.tsx';
import { showWithResult } from './result-fixture.tsx';

function partOf(id: string): HTMLElement {
  const part = document.getElementById(id);
  if (part === null) throw new Error(`nothing has the address #${id}`);
  return part;
}
const rowsOf = (table: HTMLElement) => within(table).getAllByRole('row').slice(1);
const cells = (row: HTMLElement) =>
  [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').replaceAll('\u00a0', ' '));
const textOf = (element: HTMLElement) => (element.textContent ?? '').replaceAll('\u00a0', ' ');

test('goes from a level down to every answer, its points, its weight and what it did', () => {
  showWithResult(<CalculationPage />);

  const table = within(partOf('D9')).getByRole('table', { name: 'Svaren bakom Säkerhet' });
  expect(rowsOf(table).map(cells)).toEqual([
    ['Fråga D9.1?', 'D9.1 på nivå 1', '1', '1', 'räknas'],
    ['Fråga D9.2?', 'D9.2 på nivå 0', '0', '1', 'räknas'],
    ['Fråga D9.3?', 'Vet ej', '–', '1', 'vidgar spannet'],
  ]);
});

test('shows the sums: share answered, level, range and word', () => {
  showWithResult(<CalculationPage />);

  const text = textOf(partOf('D9'));
  expect(text).toContain('2 av 3 efter vikt, 67 %. Det behövs 60 %.');
  expect(text).toContain('1 poäng ÷ 2 = 0,5, vilket är 13 av 100');
  expect(text).toContain('0,3 om allt okänt är 0, 1,7 om det är 4');
  expect(text).toContain('I början, som börjar vid 0,0');
});

test('says that there is no range when every answer is known', () => {
  showWithResult(<CalculationPage />);

  expect(textOf(partOf('D2'))).toContain('inget, alla svar är kända');
});

test('says what was left out and where no level came of it', () => {
  showWithResult(<CalculationPage />);

  expect(textOf(partOf('X2'))).toContain('räknas inte');
  expect(textOf(partOf('X2'))).toContain('ingen: för få svar, eller inte relevant');
});

test('shows how the two parts and the process level came about', () => {
  showWithResult(<CalculationPage />);

  const part = within(partOf('parts'));
  expect(rowsOf(part.getByRole('table', { name: 'Områdenas medelvärden' })).map(cells)).toEqual([
    ['Digital mognad', '2', '2,0'],
    ['Processmognad', '1', '1,5'],
    ['Fördjupning', '0', 'ingen nivå'],
  ]);
  expect(rowsOf(part.getByRole('table', { name: 'Det som fattas till processnivå 2' })).map(cells)).toEqual([
    ['Fråga PM1.1?', '1', '2'],
  ]);
});

test('leads back to the result and to the method', () => {
  showWithResult(<CalculationPage />);

  expect(screen.getByRole('link', { name: 'Tillbaka till resultatet' }).getAttribute('href')).toBe('/resultat');
  expect(screen.getByRole('link', { name: 'Så mäter vi' }).getAttribute('href')).toBe('/metod');
});
