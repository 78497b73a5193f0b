import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { AreaReach } from '#shared/contracts/packages.ts';
import { openReleases } from './open-releases.tsx';
import { builtRelease, documentOf, FakeReleaseSite, gapMeasures } from './release-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-bar-chart.tsx', () => ({
  LazyBarChart: ({ children }: { children: unknown }) => <figure>{children as string}</figure>,
}));

afterEach(() => vi.unstubAllGlobals());

const both = (sv: string, en = sv) => ({ sv, en });
const level = (name: string, more: Partial<AreaReach['levels'][number]> = {}): AreaReach['levels'][number] => ({
  ...{
    band: name === 'På väg' ? 'mid' : 'low',
    name: both(name),
    packages: [],
    sizesWithout: [],
    declaredGap: null,
    ...more,
  },
});
const sprint = {
  ...{ code: 'sprint', name: both('Sprinten'), isProposal: true, takesMore: false },
  sizeClasses: ['10-49' as const, '50-249' as const],
  branches: ['steel-and-metals' as const],
  counties: ['17' as const],
  condition: both('Ni vill växa.'),
};
const areas: AreaReach[] = [
  {
    dimension: 'D1',
    name: both('Affärsmodeller', 'Business models'),
    levels: [level('I början', { packages: [sprint], sizesWithout: ['1-4', '5-9', '250-plus'] }), level('På väg')],
  },
  {
    dimension: 'D2',
    name: both('Säkerhet', 'Security'),
    levels: [level('I början', { declaredGap: both('Strategin pekar inte ut något.') }), level('På väg')],
  },
];

async function open(search = '', changes: Parameters<typeof documentOf>[0] = {}) {
  const site = new FakeReleaseSite();
  site.areas = areas;
  site.release = builtRelease({
    ...{ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z' },
    document: documentOf({ measures: ['D1', ...gapMeasures], ...changes }),
  });
  return openReleases(paths.gaps() + search);
}

const rowsOf = (table: string | RegExp) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

test('tells which needs no package fitted, the most common first, beside what there is today', async () => {
  await open();

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Oftast utan paket: Säkerhet (45 %)');
  expect(rowsOf('Behov som inget paket passade, de vanligaste först')).toEqual([
    'Säkerhet45 %4595ingetinget',
    'Affärsmodeller15 %151001inget',
    'Grönt: behov utan paket..visas inte..visas inte..visas inte––',
  ]);
  expect(rowsOf('Företag med ett behov som inget paket passade, procent. Län')[1]).toBe(
    'Affärsmodeller15 %ca 10030 %ca 30..visas inte..visas inte',
  );
});

test('says once how the tables of the divisions are read, and under each where it comes from', async () => {
  await open('', { breakdowns: [[], ['county'], ['branch'], ['size']] });

  expect(screen.getAllByText(/^Den stora siffran är det som tabellens rubrik säger/)).toHaveLength(1);
  expect(screen.getAllByText(/^Källa: Måttstock/).length).toBeGreaterThan(3);
});

test('one area closely tells for whom its packages are, and for whom there is none', async () => {
  await open('?area=D1');

  const closely = screen.getByRole('region', { name: 'Affärsmodeller: var luckan finns och vad som finns i dag' });
  expect(within(closely).getByText(/^15 procent av ungefär 100 företag/)).toBeDefined();
  expect(within(closely).getByRole('link', { name: 'Sprinten' }).closest('li')?.textContent).toBe(
    'Sprinten. För företag med 10–49 och 50–249 anställda. Branscher: Stål och metall. Villkor: Ni vill växa. Hålls i Värmland.',
  );
  expect(within(closely).getByText('Inget paket för företag med 1–4, 5–9 och 250 eller fler anställda.')).toBeDefined();
  expect(within(closely).getByText('Inget paket möter detta behov för sig.')).toBeDefined();
  expect(within(closely).getByRole('table', { name: /Län och bransch/ })).toBeDefined();
});

test('the area that is chosen stands in the address, with the release', async () => {
  const { router } = await open('?release=3');

  await userEvent.selectOptions(screen.getByLabelText('Ett område på nära håll'), 'Affärsmodeller');

  expect(router.state.location.search).toBe('?release=3&area=D1');
  expect(screen.getByRole('heading', { name: /^Affärsmodeller: var luckan/ })).toBeDefined();
});

test('a link to an area moves the focus to it', async () => {
  await open();

  await userEvent.click(screen.getByRole('link', { name: 'Affärsmodeller' }));

  const closely = await screen.findByRole('region', { name: /^Affärsmodeller: var luckan finns/ });
  await vi.waitFor(() => expect(document.activeElement).toBe(closely));
});

test('a number that no release has is said, with a way on, and the newest that tells of it is shown', async () => {
  await open('?release=99');

  const said = screen.getByText(
    'Det finns ingen publicering med numret 99. Adressen kan vara felskriven. Här är publicering 3.',
  );
  expect(
    within(said.parentElement ?? document.body).getByRole('link', { name: 'Alla publicerade siffror' }),
  ).toBeDefined();
});

test('a release that tells nothing of it is said, with the way to what it tells of', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    ...{ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z' },
    document: documentOf({ measures: ['D1'] }),
  });
  await openReleases(`${paths.gaps()}?release=3`);

  expect(screen.getByText(/^Publicering 3 har inga siffror om detta\./)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Till det publicering 3 handlar om' }).getAttribute('href')).toBe(
    paths.publishedRelease(3),
  );
});

test('says which groups stand out from all firms, and orders the divisions by it', async () => {
  const site = new FakeReleaseSite();
  site.areas = areas;
  const document = documentOf({ measures: ['D1', ...gapMeasures], breakdowns: [[], ['county'], ['size']] });
  const cells = document.cells.map((cell) =>
    `${cell.measure} ${cell.group}` === 'gap.D1 size=1-4' ? { ...cell, firms: 40, classes: [20, 80] } : cell,
  );
  site.release = builtRelease({
    ...{ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z' },
    document: { ...document, cells },
  });
  await openReleases(paths.gaps());

  const groups = screen.getByRole('region', { name: 'Var behov oftast är utan paket' });
  expect(
    within(groups)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Affärsmodeller: 1-4 80 % (ca 40 har svarat), alla företag 15 % (ca 100).']);
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(titles.filter((title) => title?.startsWith('Behov utan paket efter'))).toEqual([
    'Behov utan paket efter storlek: Affärsmodeller sticker ut, 1-4 80 %, alla företag 15 %',
    'Behov utan paket efter län: ingen grupp går att skilja från alla företag',
  ]);
});

test('says that no group stands out where chance could have made the differences', async () => {
  await open();

  const groups = screen.getByRole('region', { name: 'Var behov oftast är utan paket' });
  expect(within(groups).getByText(/^I ingen grupp är ett behov oftare utan paket/)).toBeDefined();
  const parts = screen.getByRole('navigation', { name: 'På den här sidan' });
  for (const { hash } of within(parts).getAllByRole<HTMLAnchorElement>('link'))
    expect(document.getElementById(hash.slice(1))).not.toBeNull();
});

test('without a release that tells of it there is nothing to show, and why', async () => {
  await open('', { measures: ['D1'] });

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Behov utan paket');
  expect(screen.getByText('Ingen publicering handlar om detta än')).toBeDefined();
});

test('what the page shows can be saved as a table, with what is hidden as two dots', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => String(saved.push(blob)) }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await open();

  await userEvent.click(screen.getByRole('button', { name: 'Spara det sidan visar (CSV)' }));

  const lines = (await saved[0]?.text())?.split('\r\n') ?? [];
  expect(lines[0]).toBe(
    'Publicering;Kod;Område;Uppdelning;Grupp;Företag med behovet, procent;Företag med behovet, ca;Företag som har svarat, ungefär;Paket i dag, I början;Paket i dag, På väg',
  );
  expect(lines[1]).toBe('3;D2;Säkerhet;Ingen uppdelning;Alla företag;45;45;95;0;0');
  expect(lines).toContain('3;D1;Affärsmodeller;Län;Värmland;30;10;30;1;0');
  expect(lines).toContain('3;D2;Säkerhet;Län;Värmland;..;..;..;0;0');
});

test('the public page of a release leads to its pages of their own', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    ...{ status: 'published', number: 3, publishedAt: '2026-07-03T10:00:00.000Z' },
    document: documentOf({ measures: ['D1', 'gap.D1', 'women.all'] }),
  });
  await openReleases(paths.publishedRelease(3));

  const pages = screen.getByRole('navigation', { name: 'Sidor om den här publiceringen' });
  expect(
    within(pages)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/gaps?release=3', '/collaboration?release=3']);
});
