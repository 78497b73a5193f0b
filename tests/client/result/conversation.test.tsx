import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CalculationPage } from '#client/src/features/result/calculation-page.tsx';
import { ResultPage } from '#client/src/features/result/result-page.tsx';
import { answersOf } from '../../support/small-instrument.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

const textOf = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00a0', ' ');
const section = (name: string): HTMLElement => {
  const found = screen.getByRole('heading', { name }).closest('section');
  if (found === null) throw new Error(`no section ${name}`);
  return found;
};

const reading = {
  ruleId: 'X-1',
  name: { sv: 'Processerna först', en: 'Processes first' },
  why: { sv: 'Annars digitaliserar ni oredan.', en: 'Or else you digitalise the disorder.' },
  restsOn: { sv: 'medelnivån 1,0 för Ledning', en: 'the mean level 1.0 of Leadership' },
  isProcessFirst: true,
};

// D2: 3 and 4, level 3.5 with nothing unknown, in the highest band from 2.8. No practice elsewhere at 3.
test('says first what the firm is good at, with the answers that hold, the highest first', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(textOf(section('Det här är ni bra på'))).toContain(
    'Teknik: Långt komna.Fråga D2.2? D2.2 på nivå 4Fråga D2.1? D2.1 på nivå 3',
  );
  const headings = screen.getAllByRole('heading', { level: 2 }).map(textOf);
  expect(headings.indexOf('Det här är ni bra på')).toBeLessThan(headings.indexOf('Tre nästa steg'));
  expect(screen.getByRole('link', { name: 'Det här är ni bra på' }).getAttribute('href')).toContain('#strengths');
});

// D2: 3 and 1, mean 2, not in the highest band; its 3 holds by itself.
test('names a single practice that holds where the area as a whole is not high', () => {
  showWithResult(<ResultPage comparison={null} />, resultOf({}, answersOf({ 'D2.1': 3, 'D2.2': 1, 'PM1.1': 1 })));

  expect(within(section('Det här är ni bra på')).getAllByRole('listitem').map(textOf)).toEqual([
    'Teknik: Fråga D2.1? D2.1 på nivå 3',
  ]);
});

test('says openly when the answers show no strength, and makes none up', () => {
  showWithResult(<ResultPage comparison={null} />, resultOf({}, answersOf({ 'D2.1': 1, 'D2.2': 2, 'PM1.1': 1 })));

  const strengths = section('Det här är ni bra på');
  expect(strengths.textContent).toContain('Era svar visar inget område som säkert ligger högt');
  expect(within(strengths).queryByRole('listitem')).toBeNull();
});

test('says what areas mean when they are read together, and what each reading rests on', async () => {
  showWithResult(<ResultPage comparison={null} />, resultOf({ readings: [reading] }));

  const part = screen.getByRole('heading', { name: 'När era svar läses ihop' }).parentElement;
  expect(part?.textContent).toContain('Processerna först. Annars digitaliserar ni oredan.');
  await userEvent.click(screen.getByText('Vad läsningarna bygger på'));
  expect(part?.textContent).toContain('Processerna först, regel X-1: medelnivån 1,0 för Ledning.');
});

// D2: 1 and 1, PM1: 1 and 1: neither side is ahead.
test.each([
  { readings: [reading], said: 'Därför tar förslagen arbetssätten först', left: 'Ta ett steg i taget i båda' },
  {
    readings: [{ ...reading, isProcessFirst: false }],
    said: 'Ta ett steg i taget i båda',
    left: 'Därför tar förslagen',
  },
])('where neither side is ahead, advises as the suggestions do: $said', ({ readings, said, left }) => {
  const answers = answersOf({ 'D2.1': 1, 'D2.2': 1, 'PM1.1': 1, 'PM1.2': 1 });
  const result = resultOf({}, answers);
  const [digital, process] = result.scoreProfile.parts;
  const parts = [digital, process].flatMap((part) => (part === undefined ? [] : [{ ...part, level: 1 }]));
  showWithResult(<ResultPage comparison={null} />, {
    ...result,
    readings,
    scoreProfile: { ...result.scoreProfile, parts },
  });

  const together = section('Teknik och arbetssätt tillsammans').textContent;
  expect(together).toContain(said);
  expect(together).not.toContain(left);
});

test('says nothing of reading together where no rule across areas fired', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(screen.queryByRole('heading', { name: 'När era svar läses ihop' })).toBeNull();
});

// PM1: 1 and 2, mean 1.5. A step on either gives 1/2, to 2.0, still in the band from 1.5; first the 1, further from the top.
test('says which step would raise an area most, two at most', async () => {
  showWithResult(<ResultPage comparison={null} />);

  await userEvent.click(screen.getByText('Ledning: vad det betyder och vad som kommer sedan'));
  const list = screen
    .getAllByText('Vad skulle höja Ledning mest?')
    .map((each) => each.closest('div')?.querySelectorAll('li') ?? [])
    .flatMap((items) => [...items].map(textOf));
  expect(list).toEqual([
    'Ett steg upp på ”Fråga PM1.1?” höjer området med 0,50.',
    'Ett steg upp på ”Fråga PM1.2?” höjer området med 0,50.',
  ]);
});

// D9: 1, 0 and vet ej. A step gives 1/2: 0.5 to 1. The unknown one makes 4/3 = 1.33, which is the whole range.
test('says in words what an answer that was not known does to the range, also in the calculation', () => {
  showWithResult(<CalculationPage />);

  expect(textOf(document.getElementById('D9'))).toContain(
    'Ni visste inte svaret på ”Fråga D9.3?”. Det står för 1,33 av de 1,33 nivåerna mellan spannets ändar.',
  );
});
