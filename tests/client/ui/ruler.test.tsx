import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Ruler } from '#client/src/ui/ruler/ruler.tsx';
import { RulerTable } from '#client/src/ui/ruler/ruler-table.tsx';
import { show } from './show.tsx';

const ends = { low: 'Varje maskin för sig', high: 'Ihopkopplat' };

function readCaption(): string {
  const figure = screen.getByRole('figure', { name: 'Teknik' });
  return [...figure.querySelectorAll('figcaption p')].map((sentence) => sentence.textContent).join(' ');
}

test('says the value in words beside the drawing', () => {
  show(<Ruler name="Teknik" value={2.375} ends={ends} />);

  expect(readCaption()).toBe('2,4 av 4');
});

test('says the range when it is wider than the value', () => {
  show(<Ruler name="Teknik" value={2.4} range={{ lowest: 2.1, highest: 2.5 }} ends={ends} />);

  expect(readCaption()).toBe('2,4 av 4 · någonstans mellan 2,1 och 2,5, eftersom några svar saknas');
});

test('says only a whole level where half a level or more is in doubt', () => {
  show(<Ruler name="Teknik" value={2.4} range={{ lowest: 2, highest: 3 }} ends={ends} />);

  expect(readCaption()).toBe('Ungefär 2 av 4 · någonstans mellan 2,0 och 3,0, eftersom några svar saknas');
});

test('says no value where more than a whole level is in doubt', () => {
  show(<Ruler name="Teknik" value={2.4} range={{ lowest: 1, highest: 3 }} ends={ends} />);

  expect(readCaption()).toBe('Mellan 1,0 och 3,0 av 4 · för många svar saknas för att säga mer');
  expect(document.body.textContent).not.toContain('2,4');
});

test('says no range where every answer is known', () => {
  show(<Ruler name="Teknik" value={2.4} range={{ lowest: 2.4, highest: 2.4 }} ends={ends} />);

  expect(readCaption()).toBe('2,4 av 4');
});

test('says where comparable firms lie', () => {
  show(<Ruler name="Teknik" value={2} quartiles={{ lower: 1.5, median: 2.1, upper: 2.8 }} ends={ends} />);

  expect(readCaption()).toContain(
    'Hälften av de jämförbara företagen ligger mellan 1,5 och 2,8, det mittersta på 2,1.',
  );
});

test('gives the reason instead of a number when there is no value', () => {
  show(<Ruler name="Teknik" value={null} emptyText="För få svar." ends={ends} />);

  expect(readCaption()).toBe('För få svar.');
  expect(document.body.textContent).not.toContain('0,0');
});

test('hides the drawing from those who listen, since the sentences say the same', () => {
  show(<Ruler name="Teknik" value={2.4} ends={ends} bands={[{ from: 0, to: 4, name: 'På väg' }]} />);

  expect(screen.getByText('På väg').closest('[aria-hidden="true"]')).toBeTruthy();
  expect(screen.getByText('2,4').closest('[aria-hidden="true"]')).toBeTruthy();
});

test('gives the facts of many rulers as one table', () => {
  const rows = [
    { key: 'D2', name: 'Teknik', value: 2.4, range: { lowest: 2, highest: 3 }, bandName: 'På väg' },
    { key: 'D7', name: 'Säkerhet', value: null },
  ];

  show(<RulerTable caption="Alla områden" rows={rows} emptyText="för få svar" />);

  const table = screen.getByRole('table', { name: 'Alla områden' });
  const cellsOf = (name: string) =>
    within(within(table).getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cellsOf('Teknik')).toEqual(['ungefär 2', '2,0', '3,0', 'På väg']);
  expect(cellsOf('Säkerhet')).toEqual(['för få svar', '', '', '']);
});
