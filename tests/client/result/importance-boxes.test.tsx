import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ResultPage } from '#client/src/features/result/result-page.tsx';
import type { Item } from '#shared/domain/instrument/item.ts';
import { answer, answersOf, ladder } from '../../support/small-instrument.ts';
import { askedForm, resultOf, showWithResult } from './result-fixture.tsx';

const importanceOf = (dimension: string): Item => ({
  code: `${dimension}.importance`,
  textCode: 'importance',
  purpose: 'importance',
  kind: 'single-choice',
  weight: 1,
  allowsDontKnow: false,
  allowsNotApplicable: false,
  sizeNotes: [],
  choices: [0, 1, 2, 3, 4].map((points) => ({ code: `i${points}`, points })),
});
const asked = ['D2', 'D9', 'PM1', 'X1', 'X2'];
const form = askedForm([
  ...['D2.1', 'D2.2', 'D9.1', 'D9.2', 'D9.3', 'PM1.1', 'PM1.2', 'X1.1', 'X1.2', 'X2.1'].map((code) => ladder(code)),
  ...asked.map(importanceOf),
]);

/** The target is 3. D2 3.5 is there, PM1 1.5 is not; D9 0.5 is below; X1 has no level; X2 concerns nobody. */
function showImportance(importance: Readonly<Record<string, number>>) {
  const answers = {
    ...answersOf({
      'D2.1': 3,
      'D2.2': 4,
      'D9.1': 1,
      'D9.2': 0,
      'D9.3': '?',
      'PM1.1': 1,
      'PM1.2': 2,
      'X1.2': 2,
      'X2.1': '-',
    }),
    ...Object.fromEntries(
      Object.entries(importance).map(([code, points]) => [
        `${code}.importance`,
        answer({ state: 'choice', choice: `i${points}` }),
      ]),
    ),
  };
  showWithResult(<ResultPage comparison={null} />, resultOf({}, answers, form.structure), [], '/', form);
}

const partOf = (id: string): HTMLElement => {
  const part = document.getElementById(id);
  if (part === null) throw new Error(`nothing has the address #${id}`);
  return part;
};
const boxNamed = (name: string) => {
  const box = within(partOf('importance')).getByRole('heading', { name }).parentElement;
  if (box === null) throw new Error(`no box ${name}`);
  return [...box.querySelectorAll('li')].map((each) => each.textContent);
};

test('places each area in one of four boxes, and says in the title what they show', () => {
  showImportance({ D2: 4, D9: 1, PM1: 3, X1: 4 });

  expect(within(partOf('importance')).getByRole('heading', { level: 2 }).textContent).toBe(
    'Ett område är viktigt för er och ligger under målet',
  );
  expect(['Börja här', 'Behåll', 'Kan vänta', 'Räcker'].map(boxNamed)).toEqual([
    ['Ledning'],
    ['Teknik'],
    ['Säkerhet'],
    [],
  ]);
  expect(partOf('importance').textContent).toContain('Gränsen för nivån är målet. Det är ett förslag: nivå 3');
});

test('lists what stands outside the boxes with why, and leaves out what concerns nobody', () => {
  showImportance({ D2: 4, X1: 4 });

  expect(boxNamed('Områden utanför rutorna')).toEqual([
    'Säkerhet: ni har inte sagt hur viktigt det är',
    'Ledning: ni har inte sagt hur viktigt det är',
    'Cirkulärt: för få svar för en nivå',
  ]);
});

test('says so when the firm has not said how important anything is', () => {
  showImportance({});

  expect(within(partOf('importance')).getByRole('heading', { level: 2 }).textContent).toBe(
    'Ni har inte sagt hur viktiga områdena är för er',
  );
  expect(within(partOf('importance')).queryByRole('heading', { name: 'Börja här' })).toBeNull();
});

test('gives the same as a table', async () => {
  showImportance({ D2: 4, D9: 1, PM1: 3 });

  await userEvent.click(screen.getByText('Rutorna som tabell'));
  const rows = within(screen.getByRole('table', { name: 'Hur viktigt mot nivån, område för område' })).getAllByRole(
    'row',
  );
  const cells = rows.slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));
  expect(cells.map(([area, , level, target, box]) => [area, level, target, box])).toEqual([
    ['Ledning', '1,5', '3 (förslag)', 'Börja här'],
    ['Teknik', '3,5', '3 (förslag)', 'Behåll'],
    ['Säkerhet', '0,3–1,7', '3 (förslag)', 'Kan vänta'],
  ]);
});

test('has no boxes where the form does not ask what is important', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(document.getElementById('importance')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Det som är viktigt för er, mot er nivå' })).toBeNull();
});

// Digital: D9 at 0.5 is 2.5 below the target, D2 at 3.5 has reached it.
test('puts the area furthest below the target first, and says how far with words', () => {
  showWithResult(<ResultPage comparison={null} />);

  const figures = within(partOf('areas')).getAllByRole('figure');
  const names = figures.map((figure) => within(figure).getByRole('heading').textContent);
  expect(names.slice(0, 2)).toEqual(['Säkerhet', 'Teknik']);
  const said = (name: string) =>
    within(partOf('areas')).getByRole('figure', { name }).querySelector('figcaption')?.textContent;
  expect(said('Teknik')).toContain('Det föreslagna målet, 3, är nått');
  expect(said('Säkerhet')).toContain('Under det föreslagna målet, 3');
  expect(said('Ledning')).toContain('1,5 under det föreslagna målet, 3');
  expect(said('Cirkulärt')).not.toContain('målet');
  expect(partOf('areas').textContent).toContain('Flaggan är målet. Det är ett förslag');
});

// D2: 3 and vet ej of two is too little; 3, 2 and vet ej of D9 is 5/3 = 1.67 to 9/3 = 3: the target lies within.
test('says that a target may be reached already when it lies within the range', () => {
  showWithResult(
    <ResultPage comparison={null} />,
    resultOf({}, answersOf({ 'D9.1': 3, 'D9.2': 2, 'D9.3': '?', 'D2.1': 1, 'D2.2': 1 })),
  );

  const figure = within(partOf('areas')).getByRole('figure', { name: 'Säkerhet' });
  expect(figure.querySelector('figcaption')?.textContent).toContain('Det föreslagna målet, 3, kan redan vara nått');
  expect(within(figure).getByText('3 förslag').closest('[aria-hidden="true"]')).toBeTruthy();
});
