import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ResultPage } from '#client/src/features/result/result-page.tsx';
import { answersOf } from '../../support/small-instrument.ts';
import { resultOf, showWithResult } from './result-fixture.tsx';

const figure = (name: string) => screen.getByRole('figure', { name });
const section = (name: string) => {
  const found = screen.getByRole('heading', { name }).closest('section');
  if (found === null) throw new Error(`no section ${name}`);
  return within(found);
};

test('opens with a finished sentence, without a number', () => {
  showWithResult(<ResultPage comparison={null} />);

  const header = screen.getByRole('heading', { level: 1 }).closest('header');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tekniken ligger före arbetssätten');
  expect(header?.textContent).toContain('Starkast är ni i: Teknik. Lägst ligger ni i: Ledning.');
  expect(header?.textContent).not.toMatch(/\d/);
});

test('says that a simulated firm is an example', () => {
  const result = resultOf();
  showWithResult(<ResultPage comparison={null} />, { ...result, response: { ...result.response, isSimulated: true } });

  expect(screen.getByText('Exempel med ett simulerat företag')).toBeTruthy();
});

test('does not call a real firm an example', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(screen.queryByText('Exempel med ett simulerat företag')).toBeNull();
});

test('gives a level with its word, its meaning and the next level in practice', async () => {
  showWithResult(<ResultPage comparison={null} />);

  await userEvent.click(screen.getByText('Teknik: vad det betyder och vad som kommer sedan'));

  expect(figure('Teknik').textContent).toContain('3,5 av 4');
  expect(within(figure('Teknik')).getAllByText('Långt komna').length).toBe(2);
  expect(screen.getByText('Maskinerna talar med varandra.')).toBeTruthy();
  expect(screen.getByText('Låt kunden se sin order.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Så räknades det: Teknik' }).getAttribute('href')).toBe('/uträkning#D2');
});

test('gives only the range where the missing answers could move the level far', () => {
  showWithResult(<ResultPage comparison={null} />);

  const caption = figure('Säkerhet').querySelector('figcaption')?.textContent;
  expect(caption).toContain('Mellan 0,3 och 1,7 av 4');
  expect(caption).not.toContain('0,5');
  expect(figure('Säkerhet').textContent).toContain('”I början” till ”På väg”, beroende på svaren som saknas');
});

test('says why there is no level', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(figure('Cirkulärt').textContent).toMatch(
    /För få svar för en nivå\. Minst 60.% av frågorna behöver ett svar\./,
  );
  expect(figure('Jämställdhet').textContent).toContain('Inte relevant för er.');
});

test('names the process level and the practice that blocks the next', () => {
  showWithResult(<ResultPage comparison={null} />);

  const panel = screen.getByRole('heading', { name: 'Processnivå 1: Beroende av personer' }).parentElement;
  expect(panel?.textContent).toContain('Nästa är nivå 2: Delvis gemensamt.');
  expect(panel?.textContent).toContain('Det som står mest i vägen: Fråga PM1.1?');
});

test('gives three next steps in the words of the questionnaire, the largest need first', () => {
  showWithResult(<ResultPage comparison={null} />);

  const steps = section('Tre nästa steg').getAllByRole('listitem');
  expect(steps.map((step) => within(step).getByRole('heading').textContent)).toEqual([
    'Fråga D9.2?',
    'Fråga PM1.1?',
    'Fråga X1.2?',
  ]);
  expect(steps[1]?.textContent).toContain('Där ni ärPM1.1 på nivå 1');
  expect(steps[1]?.textContent).toContain('Det föreslagna målet, nivå 3PM1.1 på nivå 3');
});

test('shows every number again in a table', () => {
  showWithResult(<ResultPage comparison={null} />);

  const table = screen.getByRole('table', { name: 'Era nivåer, 0–4' });
  const row = (name: string) => within(table).getByRole('row', { name: new RegExp(name) }).textContent;
  expect(row('Teknik')).toBe('Teknik3,53,53,5Långt komna');
  expect(row('Säkerhet')).toBe('Säkerhetosäkert0,31,7I början till På väg');
  expect(row('Cirkulärt')).toContain('ingen nivå');
});

test('says that there is nothing to compare with yet', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(section('Jämfört med andra').getByText('Det finns inget att jämföra med än')).toBeTruthy();
});

test('shows notices, what can wait, unmet needs and the receipt', () => {
  showWithResult(<ResultPage comparison={null} />);

  expect(screen.getByText('Börja med säkerheten i dag.')).toBeTruthy();
  expect(screen.getByText('Vänta med det här.')).toBeTruthy();
  expect(screen.getByText('Strategin pekar inte ut något stöd.')).toBeTruthy();
  expect(
    section('Kvitto').getByText(/3 februari 2026 med 8 av 10 frågor besvarade\. Nummer: ABCD-1234\./),
  ).toBeTruthy();
});

test('gives no headline on balance when a side has no level', () => {
  showWithResult(<ResultPage comparison={null} />, resultOf({}, answersOf({ 'D2.1': 3, 'D2.2': 3 })));

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ert resultat, så långt svaren räcker');
});

test('prints on request', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  showWithResult(<ResultPage comparison={null} />);

  await userEvent.click(screen.getByRole('button', { name: 'Skriv ut resultatet' }));

  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
