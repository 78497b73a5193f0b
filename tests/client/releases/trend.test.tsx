import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { getReleaseTrend, type TrendPoint } from '#shared/contracts/release-trend.ts';
import type { Likeness } from '#shared/domain/benchmark/likeness.ts';
import { openReleases } from './open-releases.tsx';
import { builtRelease, documentOf, FakeReleaseSite } from './release-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-stacked-bar-chart.tsx', () => ({ LazyStackedBarChart: () => null }));

afterEach(() => vi.unstubAllGlobals());

const nothing = { lowQuartile: null, median: null, highQuartile: null, classes: null, coarse: null };
const pointOf = (number: number, until: string, mean: number | null, likeness: Likeness = 'alike'): TrendPoint => ({
  number,
  name: { sv: `Publicering nr ${number}`, en: `Release no. ${number}` },
  from: '2025-01-01' as TrendPoint['from'],
  until: until as TrendPoint['until'],
  cell: { measure: 'D1', group: 'all', firms: mean === null ? null : 120, mean, ...nothing },
  likeness,
});

async function open(trend: TrendPoint[], search = '', prepare: (site: FakeReleaseSite) => void = () => undefined) {
  const site = new FakeReleaseSite();
  site.trend = trend;
  prepare(site);
  const published = { status: 'published' as const, number: 3, publishedAt: '2026-07-03T10:00:00.000Z' };
  site.release = builtRelease({ ...published, document: documentOf() });
  const opened = await openReleases(paths.publishedRelease(3) + search);
  return { ...opened, site };
}

const three = [
  pointOf(1, '2025-07-01', 1.2, 'different'),
  pointOf(2, '2026-01-01', null, 'unknown'),
  pointOf(3, '2026-07-01', 1.4),
];

test('a figure is followed over releases, with a gap where it is hidden', async () => {
  await open(three);

  const table = await screen.findByRole('table', {
    name: 'Affärsmodeller, Alla företag: medelnivå, 0–4, efter publicering',
  });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['1 januari 2025 – 30 juni 2025', '1: Publicering nr 1', '1,2', '120', 'Nej'],
    ['1 januari 2025 – 31 december 2025', '2: Publicering nr 2', '..visas inte', '..visas inte', 'Okänt'],
    ['1 januari 2025 – 30 juni 2026', '3: Publicering nr 3', '1,4', '120', 'Ja'],
  ]);
  const ruler = (name: string) => screen.getByRole('figure', { name }).textContent;
  expect(ruler('1 januari 2025 – 30 juni 2025')).toContain('Medel 1,2.');
  expect(ruler('1 januari 2025 – 31 december 2025')).toContain('Visas inte i publicering 2.');
  expect(
    screen.getByText(/^Olika företag kan ha svarat varje gång.*”Okänt”: en av de två byggdes innan/),
  ).toBeDefined();
});

test('says whether the differences may be chance, and no more cautions than occur', async () => {
  const { unmount } = await open([pointOf(2, '2026-01-01', 1.3), pointOf(3, '2026-07-01', 1.4)]);
  expect(await screen.findByText('Skillnaderna mellan perioderna kan bero på slumpen.')).toBeDefined();
  expect(screen.queryByText(/”Nej” i sista kolumnen|”Okänt”/)).toBeNull();
  unmount();

  await open([pointOf(1, '2025-07-01', 3, 'different'), pointOf(2, '2026-01-01', 2), pointOf(3, '2026-07-01', 1.4)]);
  expect(
    await screen.findByText(
      'Högst 1 januari 2025 – 31 december 2025 (2,0), lägst 1 januari 2025 – 30 juni 2026 (1,4). Skillnaden är större än slumpen kan göra den.',
    ),
  ).toBeDefined();
  expect(screen.getByText(/”Nej” i sista kolumnen/)).toBeDefined();
});

test('names both of two periods that share an end', async () => {
  await open([pointOf(1, '2025-07-01', 2), pointOf(2, '2026-01-01', 2), pointOf(3, '2026-07-01', 1.2)]);

  expect(
    await screen.findByText(
      /^Högst 1 januari 2025 – 30 juni 2025 och 1 januari 2025 – 31 december 2025 \(2,0\), lägst 1 januari 2025 – 30 juni 2026 \(1,2\)/,
    ),
  ).toBeDefined();
});

test('each release that a figure is followed over can be opened', async () => {
  await open(three);

  const link = await screen.findByRole('link', { name: '2: Publicering nr 2' });
  expect(link.getAttribute('href')).toBe(paths.publishedRelease(2));
});

test('another group is followed, by an address that can be sent', async () => {
  const { router, site } = await open(three, '?by=county');

  await userEvent.selectOptions(await screen.findByLabelText('Grupp'), 'Värmland');

  await screen.findByRole('table', { name: /^Affärsmodeller, Värmland/ });
  expect(router.state.location.search).toBe('?by=county&group=county%3D17');
  expect(site.server.sent(getReleaseTrend).map(({ query }) => query)).toEqual([
    { measure: 'D1', group: 'all' },
    { measure: 'D1', group: 'county=17' },
  ]);
});

test('a group that the division does not have is all firms', async () => {
  await open(three, '?by=branch&group=county%3D17');

  expect((await screen.findByLabelText<HTMLSelectElement>('Grupp')).value).toBe('all');
});

test('where there is nothing to follow it says so, and a fault is told', async () => {
  const { unmount } = await open([pointOf(3, '2026-07-01', 1.4)]);
  expect(await screen.findByText(/^Ingen annan publicering berättar om det här/)).toBeDefined();
  unmount();

  await open([], '', (site) => site.server.refused.set('getReleaseTrend', 'service-unavailable'));
  expect(await screen.findByText('De andra publiceringarna gick inte att hämta')).toBeDefined();
});

test('what could not be fetched is asked for once more', async () => {
  const { site } = await open(three, '', (before) =>
    before.server.refused.set('getReleaseTrend', 'service-unavailable'),
  );
  await screen.findByText('De andra publiceringarna gick inte att hämta');
  site.server.refused.delete('getReleaseTrend');

  await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));

  expect(await screen.findByRole('table', { name: /efter publicering$/ })).toBeDefined();
  expect(screen.queryByText('De andra publiceringarna gick inte att hämta')).toBeNull();
});
