import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Suggestions } from '#client/src/features/result/suggestions.tsx';
import { resultOf, showWithResult } from './result-fixture.tsx';

function detailsOf(summary: string): HTMLElement {
  const details = screen.getByText(summary).closest('details');
  if (details === null) throw new Error(`${summary} does not open anything`);
  return details;
}

test('labels a package as a proposal and says whom it comes from', () => {
  showWithResult(<Suggestions />);

  const [card] = screen.getAllByRole('listitem');
  expect(card?.textContent).toContain('Förslag, väntar på regionernas bekräftelse');
  expect(card?.textContent).toContain('Ges av: Stålklustret');
  expect(card?.textContent).toContain('Gäller: Säkerhet, Ledning');
  expect(card?.textContent).toContain('Grön nytta: Ni får fram klimatdata.');
  expect(card?.textContent).toContain('P3.3 Större företag och små');
  expect(card?.textContent).toContain('Ta med en del om inkludering.');
});

test('says once why a provider from another county is suggested', () => {
  showWithResult(<Suggestions />);

  expect(screen.getByText('Från ett annat län')).toBeTruthy();
  expect(screen.getAllByText('Klustret finns i Dalarna.').length).toBe(1);
});

test('says nothing of counties when the provider is from the own one', () => {
  const result = resultOf();
  const suggestions = result.suggestions.map((suggestion) => ({ ...suggestion, crossCounty: null }));

  showWithResult(<Suggestions />, { ...result, suggestions });

  expect(screen.queryByText('Från ett annat län')).toBeNull();
});

test('shows three reasons at once and the others on request', () => {
  showWithResult(<Suggestions />);

  const more = detailsOf('Fler skäl för Nätverk för underleverantörer');
  expect(screen.getByText('Skäl ett.').closest('details')).toBeNull();
  expect(screen.getByText('Skäl tre.').closest('details')).toBeNull();
  expect(within(more).getByText('Skäl fyra.')).toBeTruthy();
});

test('shows what the rank is made of, without the parts that gave nothing', () => {
  showWithResult(<Suggestions />);

  const table = screen.getByRole('table', { name: 'Poäng för förslaget Nätverk för underleverantörer' });
  const rows = within(table).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual(['Det som räknasPoäng', 'Hur stort behovet är4,50', 'Totalt4,50']);
});

test('leads to the package and to a request for contact', () => {
  showWithResult(<Suggestions />);

  const contact = screen.getByRole('link', { name: 'Be om kontakt om Nätverk för underleverantörer' });
  expect(contact.getAttribute('href')).toBe('/kontakt/supplier-network');
  expect(screen.getByRole('link', { name: 'Läs om paketet Nätverk för underleverantörer' }).getAttribute('href')).toBe(
    '/paket/supplier-network',
  );
});

test('says so when nothing fits', () => {
  showWithResult(<Suggestions />, resultOf({ suggestions: [] }));

  expect(screen.getByText('Inget att föreslå just nu')).toBeTruthy();
  expect(screen.getByText(/Behovet noteras för regionerna/)).toBeTruthy();
});

test('says of nothing that it is recorded when there is no need without a package', () => {
  showWithResult(<Suggestions />, resultOf({ suggestions: [], gaps: [] }));

  expect(screen.getByText(/är ni redan med i eller har tagit/)).toBeTruthy();
  expect(screen.queryByText(/noteras/)).toBeNull();
});

test('says which package the firm has asked about, and leads to the request instead of to a second one', () => {
  showWithResult(<Suggestions />, resultOf(), ['supplier-network']);

  expect(screen.getByText('Ni har bett om kontakt')).toBeTruthy();
  const link = screen.getByRole('link', { name: /Se er förfrågan om/ });
  expect(link.getAttribute('href')).toBe('/förfrågningar');
  expect(screen.queryByRole('link', { name: /Be om kontakt om Nätverk/ })).toBeNull();
});

test('says which package came next, why it lost, and shows the points of both', () => {
  const result = resultOf();
  const [first] = result.suggestions;
  const text = (sv: string) => ({ sv, en: sv });
  const part = { name: text('Hur stort behovet är'), own: 2, theirs: 4.5 };
  const runnerUp = {
    packageCode: 'digital-plan',
    packageName: text('Digital plan'),
    summary: text('En sida.'),
    providerName: text('Klustret'),
    againstCode: first?.packageCode ?? '',
    againstName: first?.packageName ?? text(''),
    parts: [part, { name: text('Regel: Litet företag'), own: -1, theirs: 0 }],
    reasons: [text('Andra förslag passar bättre.'), text('Mest skilde behovet.')],
  };

  showWithResult(<Suggestions />, { ...result, runnerUp });

  expect(screen.getByRole('heading', { name: 'Närmast därefter' })).toBeTruthy();
  expect(screen.getByText('Mest skilde behovet.')).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Poäng för Nätverk för underleverantörer och Digital plan' });
  const rows = within(table).getAllByRole('row');
  expect(rows.map((row) => row.textContent).slice(1)).toEqual([
    'Hur stort behovet är4,502,00',
    'Regel: Litet företag0,00−1,00',
    'Totalt4,501,00',
  ]);
});

test('says nothing of what came next when nothing lost', () => {
  showWithResult(<Suggestions />);

  expect(screen.queryByRole('heading', { name: 'Närmast därefter' })).toBeNull();
});
