import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { openReleases } from './open-releases.tsx';
import { builtRelease, documentOf, FakeReleaseSite, gapMeasures } from './release-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-stacked-bar-chart.tsx', () => ({ LazyStackedBarChart: () => null }));

afterEach(() => vi.unstubAllGlobals());

async function open(document: ReleaseDocument, search = '') {
  const site = new FakeReleaseSite();
  const published = { status: 'published' as const, number: 3, publishedAt: '2026-07-03T10:00:00.000Z' };
  site.release = builtRelease({ ...published, document });
  return openReleases(paths.publishedRelease(3) + search);
}

/** The same release where all firms lie at this level in every area that is shown. */
function levelled(levels: Readonly<Record<string, number>>): ReleaseDocument {
  const document = documentOf({ measures: Object.keys(levels) });
  const cells = document.cells.map((cell) =>
    cell.group === 'all' ? { ...cell, firms: 120, mean: levels[cell.measure] ?? null } : cell,
  );
  return { ...document, cells };
}

const chosen = (label: string) => screen.getByLabelText<HTMLSelectElement>(label).value;

test('says that differences may be chance where they may, and between which levels the firms lie', async () => {
  const { unmount } = await open(levelled({ D1: 1.4, D2: 1.6 }));
  expect(
    screen.getByText(
      'På skalan 0–4 ligger företagen i snitt mellan 1,4 och 1,6 i de områden som visas. De skillnaderna kan bero på slumpen.',
    ),
  ).toBeDefined();
  unmount();

  await open(levelled({ D1: 1.5, D2: 1.5 }));
  expect(screen.getByText('På skalan 0–4 ligger företagen i snitt på 1,5 i alla områden som visas.')).toBeDefined();
});

test('names the need that no package fits most often, by the area alone', async () => {
  await open(documentOf({ measures: ['D1', ...gapMeasures] }));

  expect(
    screen.getByText('Det vanligaste behovet som inget paket passar: Säkerhet (45 % av de företag som har svarat).'),
  ).toBeDefined();
});

test('an area is chosen where it is shown, also one of another part', async () => {
  await open(documentOf(), '?part=process');
  const area = within(screen.getByRole('region', { name: 'Ledning' }));

  await userEvent.selectOptions(area.getByLabelText('Ett område på nära håll'), 'Säkerhet');

  expect(await screen.findByRole('region', { name: 'Säkerhet' })).toBeDefined();
  expect(chosen('Områden')).toBe('process');
});

test('where groups have two attributes, says that one area is shown at a time', async () => {
  await open(documentOf(), '?by=county-by-branch');

  expect(screen.getByText(/^Grupper efter två egenskaper visas för ett område i taget\./)).toBeDefined();
});

test('back leads to what was chosen before', async () => {
  const { router } = await open(documentOf());
  await userEvent.selectOptions(screen.getByLabelText('Dela upp efter'), 'branch');
  await userEvent.selectOptions(screen.getByLabelText('Ordning'), 'lowest');

  await router.navigate(-1);
  await waitFor(() => expect(chosen('Ordning')).toBe(''));
  expect(chosen('Dela upp efter')).toBe('branch');

  await router.navigate(-1);
  await waitFor(() => expect(chosen('Dela upp efter')).toBe('county'));
});

test('says why the kinds of municipality are not all firms together', async () => {
  const attributes = [
    ...documentOf().spec.attributes,
    { code: 'municipality', values: ['large', 'small', 'unstated'] },
  ];
  await open(documentOf({ attributes, breakdowns: [[], ['county'], ['municipality']] }), '?by=municipality');
  expect(screen.getAllByText(/^Efter kommunstorlek räknas bara de företag som har samtyckt till/)).toHaveLength(2);

  await userEvent.selectOptions(screen.getByLabelText('Dela upp efter'), 'county');
  expect(screen.queryByText(/^Efter kommunstorlek räknas bara/)).toBeNull();
});

test('each part of the page leads back to the list of its parts', async () => {
  await open(documentOf());
  const parts = screen.getByRole('navigation', { name: 'På den här sidan' });
  expect(within(parts).queryByRole('link', { name: 'Täckning' })).toBeNull();

  for (const name of ['Siffror per område', /kan bero på slumpen$/, /^Över tid:/]) {
    const part = within(screen.getByRole('region', { name }));
    await userEvent.click(part.getByRole('link', { name: 'Upp till sidans innehåll' }));
    await waitFor(() => expect(document.activeElement).toBe(parts));
    screen.getByRole('link', { name: 'Siffror' }).focus();
  }
});

test('groups whose spread is not shown are named instead of being drawn empty', async () => {
  await open(documentOf());

  expect(screen.getByText(/^Inte ritade: Dalarna och Gävleborg\./)).toBeDefined();
});

test('the list of releases leads to what else each of them tells of', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    ...{ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z' },
    document: documentOf({ measures: ['D1', ...gapMeasures, 'collaboration.large-firm'] }),
  });
  await openReleases(paths.publishedReleases());

  const pages = within(screen.getByRole('navigation', { name: 'Sidor ur publicering 3' }));
  expect(pages.getByRole('link', { name: 'Behov utan paket' }).getAttribute('href')).toBe(paths.gaps(3));
  expect(pages.getByRole('link', { name: 'Samarbete och mångfald' }).getAttribute('href')).toBe(paths.collaboration(3));
});
