import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { openReleases } from './open-releases.tsx';
import { builtRelease, documentOf, FakeReleaseSite } from './release-fixture.ts';

vi.mock('#client/src/ui/charts/lazy-bar-chart.tsx', () => ({
  LazyBarChart: ({ children }: { children: unknown }) => <figure>{children as string}</figure>,
}));

afterEach(() => vi.unstubAllGlobals());

async function open(measures: string[]) {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    ...{ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z' },
    document: documentOf({ measures }),
  });
  return openReleases(paths.collaboration());
}

const rowsOf = (table: string | RegExp) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

test('tells with whom firms work and how many women they have, from the same release', async () => {
  await open(['collaboration.large-firm', 'women.all']);

  expect(rowsOf('Vilka företag har samarbetat med, de vanligaste först')).toEqual([
    'Samarbetar med stora företag20 %20100',
  ]);
  expect(rowsOf('Andelar kvinnor i de företag som har svarat, procent')).toEqual([
    'Andel kvinnor bland de anställda22 %19 %90',
  ]);
  expect(rowsOf('Medelandel kvinnor i företagen, procent. Län')).toEqual([
    'Andel kvinnor bland de anställda22 %ca 9018 %ca 30..visas inte..visas inte',
  ]);
  expect(screen.getByRole('heading', { name: 'Vad strategin säger om detsamma' })).toBeDefined();
});

test('what the release does not tell of has no part of the page', async () => {
  await open(['women.all']);

  expect(screen.queryByRole('heading', { name: 'Samarbete' })).toBeNull();
  expect(screen.getByRole('heading', { name: 'Kvinnor i företagen' })).toBeDefined();
});

test('without figures of firms what the strategy says is still there', async () => {
  await open(['D1']);

  expect(screen.getByText('Ingen publicering handlar om detta än')).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Vad strategin säger om detsamma' })).toBeDefined();
});
