import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { Population } from '#shared/contracts/coverage.ts';
import { openReleases } from './open-releases.tsx';
import { builtRelease, documentOf, FakeReleaseSite, moreMeasures } from './release-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-stacked-bar-chart.tsx', () => ({
  LazyStackedBarChart: ({ name, children }: { name: string; children: unknown }) => (
    <figure>
      <figcaption>{name}</figcaption>
      {children as string}
    </figure>
  ),
}));

vi.mock('#client/src/ui/charts/lazy-bar-chart.tsx', () => ({
  LazyBarChart: ({ children }: { children: unknown }) => <figure>{children as string}</figure>,
}));

afterEach(() => vi.unstubAllGlobals());

const published = { status: 'published' as const, number: 3, publishedAt: '2026-07-03T10:00:00.000Z' };

async function open(
  search = '',
  changes: Parameters<typeof documentOf>[0] = {},
  prepare: (site: FakeReleaseSite) => void = () => undefined,
) {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    ...published,
    isSimulated: changes.isSimulated ?? false,
    document: documentOf(changes),
  });
  prepare(site);
  return openReleases(paths.publishedRelease(3) + search);
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const rowsOf = (table: string | RegExp) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

test('says under its name which area is furthest on and which has furthest to go', async () => {
  await open();

  expect(heading()).toBe('Första halvåret');
  expect(
    screen.getByText(
      'På skalan 0–4 har företagen kommit längst inom Säkerhet (2,6) och kortast inom Affärsmodeller (1,4).',
    ),
  ).toBeDefined();
  expect(rowsOf('Medelnivå, 0–4. Uppdelat efter: Län')).toEqual([
    'Affärsmodeller1,4ca 1201,2ca 351,7ca 45..visas inte',
    'Säkerhet2,6ca 120..visas inte..visas inte..visas inte',
    'Ledning2,0ca 80..visas inte..visas inte..visas inte',
    'Grönt..visas inte..visas inte..visas inte..visas inte',
  ]);
  expect(
    screen.getByText(
      /visas inte, vilket inte är detsamma som noll\. .*Där siffrorna ligger tätt används bara några av färgerna\.$/,
    ),
  ).toBeDefined();
});

test('says of one area that groups of few firms cannot be told apart, with quartiles and about how many firms', async () => {
  await open();

  // 35 and 45 firms: chance alone could make them differ by 0.51, and they differ by 0.5.
  expect(
    screen.getByRole('heading', {
      level: 2,
      name: 'Affärsmodeller: skillnaderna mellan grupperna som visas kan bero på slumpen',
    }),
  ).toBeDefined();
  expect(screen.getByRole('figure', { name: 'Värmland' }).textContent).toContain(
    'Medel 1,2. Hälften av företagen ligger mellan 0,7 och 1,9, det mittersta på 1,1. Ungefär 35 företag som har svarat.',
  );
  expect(screen.getByRole('figure', { name: 'Dalarna' }).textContent).toContain('Det mittersta ligger på 1,6.');
  expect(screen.queryByRole('figure', { name: 'Gävleborg' })).toBeNull();
  expect(rowsOf('Affärsmodeller: medelnivå, 0–4, som tabell')[3]).toBe(`Gävleborg${'..visas inte'.repeat(5)}`);
});

test('draws the counties with the same figures as the table, and hatches what is not shown', async () => {
  await open();

  expect(
    await screen.findByRole('img', {
      name: 'Karta. Affärsmodeller, medelnivå, 0–4. Värmland: 1,2; Dalarna: 1,7; Gävleborg: visas inte.',
    }),
  ).toBeDefined();
  expect(screen.getByText(/Tabellen har samma siffror\..*CC BY 4\.0\.$/)).toBeDefined();
});

test.each([
  ['highest', ['Säkerhet', 'Ledning', 'Affärsmodeller', 'Grönt']],
  ['lowest', ['Affärsmodeller', 'Ledning', 'Säkerhet', 'Grönt']],
])('areas can be put in order, %s first, with those that are not shown last', async (order, areas) => {
  await open(`?order=${order}`);

  expect(rowsOf('Medelnivå, 0–4. Uppdelat efter: Län').map((row) => /^\p{L}+/u.exec(row ?? '')?.[0])).toEqual(areas);
});

test('shows how firms are spread, all groups beside each other, and those that are not shown as well', async () => {
  await open();

  expect(screen.getByText('Affärsmodeller: 20 % av alla företag är på Systematiskt eller Ledande')).toBeDefined();
  expect(rowsOf(/^Affärsmodeller: företag efter tre nivåer/)).toEqual([
    'Alla företag552520',
    'Värmland602515',
    `Dalarna${'..visas inte'.repeat(3)}`,
    `Gävleborg${'..visas inte'.repeat(3)}`,
  ]);
  expect(screen.getByText(/^För grupper som också visas i finare steg är deras avrundade andelar hop/)).toBeDefined();
  expect(rowsOf(/^Affärsmodeller: företag efter fem nivåer/)).toEqual(['Alla företag203525155']);
});

test('a link leads to the same area, part and division', async () => {
  const { router } = await open('?by=branch&part=process');
  expect(rowsOf('Medelnivå, 0–4. Uppdelat efter: Bransch')).toHaveLength(1);
  expect((screen.getByLabelText('Områden') as HTMLSelectElement).value).toBe('process');

  await userEvent.selectOptions(screen.getByLabelText('Områden'), '');
  await userEvent.selectOptions(screen.getByLabelText('Dela upp efter'), 'county');
  await userEvent.click(screen.getByRole('link', { name: 'Säkerhet' }));

  expect(router.state.location.search).toBe('?by=county&area=D2');
  expect((screen.getByLabelText('Ett område på nära håll') as HTMLSelectElement).value).toBe('D2');
});

test('whoever follows a link to an area comes to it with the focus, and back to where it was', async () => {
  const { router } = await open('?by=county');

  await userEvent.click(screen.getByRole('link', { name: 'Ledning' }));
  await waitFor(() => expect(document.activeElement?.id).toBe('area'));
  expect(router.state.location.search).toBe('?by=county&area=PM1');

  await router.navigate(-1);
  expect(router.state.location.search).toBe('?by=county');
  const closely = screen.getByLabelText<HTMLSelectElement>('Ett område på nära håll');
  await waitFor(() => expect(closely.value).toBe('D1'));
});

test('an address with an area begins at it', async () => {
  await open('?area=D2#area');

  await waitFor(() => expect(document.activeElement?.id).toBe('area'));
});

test('what fits its place is no stop for the keyboard', async () => {
  await open();

  for (const table of screen.getAllByRole('table'))
    expect(table.closest('section')?.hasAttribute('tabindex')).toBe(false);
});

test('offers no choice that changes nothing', async () => {
  const { unmount } = await open('?by=county-by-branch&order=lowest&part=process');
  expect(screen.queryByLabelText('Ordning')).toBeNull();
  expect(screen.queryByLabelText('Områden')).toBeNull();
  expect(screen.getByLabelText<HTMLSelectElement>('Ett område på nära håll').value).toBe('D1');
  unmount();

  await open('', { measures: ['firms'], breakdowns: [[]] });
  for (const name of ['Dela upp efter', 'Ordning', 'Ett område på nära håll', 'Grupp']) {
    expect(screen.queryByLabelText(name)).toBeNull();
  }
  expect(screen.getByText('Publicering 3')).toBeDefined();
});

test('what the address says and the release does not have is ignored', async () => {
  await open('?by=planet&part=none&area=Z9');

  expect((screen.getByLabelText('Dela upp efter') as HTMLSelectElement).value).toBe('county');
  expect((screen.getByLabelText('Ett område på nära håll') as HTMLSelectElement).value).toBe('D1');
});

test('a division by two is one table of the area, with each of the two alone', async () => {
  await open('?by=county-by-branch&area=D1');

  expect(screen.queryByRole('table', { name: /^Medelnivå, 0–4/ })).toBeNull();
  const rows = rowsOf('Affärsmodeller: medelnivå, 0–4');
  expect(rows[0]).toBe(`Värmland1,6ca 15${'..visas inte'.repeat(5)}1,2ca 35`);
  expect(rows.at(-1)).toBe(`Alla företag${'..visas inte'.repeat(6)}1,4ca 120`);
});

test('says that nothing of an area can be shown, as of one that nobody answered', async () => {
  await open('?area=X1');

  expect(screen.getByText('Inget av det här området kan visas')).toBeDefined();
});

test('each figure says where it comes from', async () => {
  await open();

  const sources = screen.getAllByText(/^Källa: Måttstock/);
  expect(sources).toHaveLength(2);
  expect(sources[0]?.textContent).toBe(
    'Källa: Måttstock, publicering 3, Första halvåret, publicerad 3 juli 2026. Svar 1 januari 2026 – 30 juni 2026, räknat på företag som har svarat och sagt ja till att räknas. ',
  );
});

test('says that firms are simulated where they are, on the page and under each figure', async () => {
  await open('', { isSimulated: true });

  expect(screen.getByText('Simulerade företag')).toBeDefined();
  expect(screen.getAllByText(/Företagen är simulerade\.$/)).toHaveLength(2);
});

test('a number that no release has leads to those there are', async () => {
  new FakeReleaseSite();
  await openReleases(paths.publishedRelease(99));
  expect(heading()).toBe('Den publiceringen finns inte');
  expect(screen.getByRole('link', { name: 'Alla publicerade siffror' }).getAttribute('href')).toBe('/releases');
});

test('lists what is published, and says when nothing is', async () => {
  const site = new FakeReleaseSite();
  const { unmount } = await openReleases(paths.publishedReleases());
  expect(screen.getByText('Inga siffror är publicerade än')).toBeDefined();
  unmount();

  site.release = builtRelease(published);
  await openReleases(paths.publishedReleases());
  expect(screen.getByRole('link', { name: 'Första halvåret' }).getAttribute('href')).toBe(paths.publishedRelease(3));
});

test('more than levels has ways in, and a table for each kind of number', async () => {
  await open('', { measures: ['D1', ...moreMeasures] });
  const ways = within(screen.getByRole('navigation', { name: 'Annat än nivåer' }));
  expect(ways.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Önskan om stöd']);
  expect(rowsOf('Andel av företagen, procent. Uppdelat efter: Län')).toEqual([
    'Affärsmodeller: vill ha stöd85 %ca 10075 %ca 30..visas inte..visas inte',
    'Samarbetar med stora företag20 %ca 10035 %ca 30..visas inte..visas inte',
  ]);
  expect(rowsOf('Genomsnittlig andel, procent. Uppdelat efter: Län')).toEqual([
    'Andel kvinnor bland de anställda22 %ca 9018 %ca 30..visas inte..visas inte',
  ]);
  expect(rowsOf('Ungefär hur många företag som har svarat. Uppdelat efter: Län')).toEqual([
    'Företag som har svarat12035..visas inte..visas inte',
  ]);

  await userEvent.click(ways.getByRole('link', { name: 'Önskan om stöd' }));

  expect(screen.getByRole('heading', { level: 2, name: 'Önskan om stöd' })).toBeTruthy();
  expect(screen.queryByRole('table', { name: /^Ungefär hur många/ })).toBeNull();
  expect(ways.getByRole('link', { name: 'Önskan om stöd' }).getAttribute('aria-current')).toBe('true');
});

test('answers without a mean are told by their shares, with no ruler', async () => {
  await open('?area=D1.wish', { measures: ['D1', ...moreMeasures] });

  expect(screen.getByRole('heading', { level: 2, name: /^Affärsmodeller, vill ha stöd/ })).toBeTruthy();
  expect(screen.getByText('Affärsmodeller: vill ha stöd: 85 % av alla företag')).toBeTruthy();
  expect(screen.queryByText(/Romben är medelvärdet/)).toBeNull();
  expect(rowsOf('Affärsmodeller: vill ha stöd: andel av företagen, procent, som tabell')).toEqual([
    'Alla företag85 %100',
    'Värmland75 %30',
    `Dalarna${'..visas inte'.repeat(2)}`,
    `Gävleborg${'..visas inte'.repeat(2)}`,
  ]);
  const tables = screen.getAllByRole('table', { name: /företag efter svar/ });
  // Each by a name of its own, so that whoever goes from one to the other hears which it is.
  expect(tables.map((table) => table.querySelector('caption')?.textContent ?? '')).toEqual([
    expect.stringMatching(/företag efter svar, procent/),
    expect.stringMatching(/företag efter svar i finare steg, procent/),
  ]);
  expect(
    tables.map((table) =>
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ),
  ).toEqual([
    [
      'GruppNejJa, men senare eller Ja, i år',
      'Alla företag1585',
      'Värmland2575',
      `Dalarna${'..visas inte'.repeat(2)}`,
      `Gävleborg${'..visas inte'.repeat(2)}`,
    ],
    ['GruppNejJa, men senareJa, i år', 'Alla företag156520'],
  ]);
});

test('where firms are counted and no share is shown, says what the number is and why there is no share', async () => {
  const { unmount } = await open('?area=collaboration.large-firm', { measures: ['D1', ...moreMeasures] });
  expect(rowsOf('Samarbetar med stora företag: andel av företagen, procent, som tabell').slice(0, 3)).toEqual([
    'Alla företag20 %100',
    'Värmland35 %30',
    'Dalarna..visas inte40',
  ]);
  expect(screen.getByText(/^Antalet företag är hur många som räknas, vad de än svarar\./)).toBeDefined();
  unmount();

  await open('?area=D1.wish', { measures: ['D1', ...moreMeasures] });
  expect(screen.queryByText(/^Antalet företag är hur många som räknas/)).toBeNull();
});

test('yes and no is shown of groups of two attributes too', async () => {
  await open('?by=county-by-branch&area=collaboration.large-firm', { measures: ['D1', ...moreMeasures] });

  const name = 'Samarbetar med stora företag: andel av företagen, procent';
  expect(rowsOf(name)[0]).toMatch(/^Värmland40 %ca 15/);
});

test('shares in per cent have a mean and quartiles in a table, and how firms are spread', async () => {
  await open('?area=women.all', { measures: ['D1', ...moreMeasures] });

  expect(rowsOf('Andel kvinnor bland de anställda: genomsnittlig andel, procent, som tabell')[0]).toBe(
    'Alla företag2212192890',
  );
  expect(screen.getAllByText('Andel kvinnor bland de anställda: hur företagen fördelar sig').length).toBeGreaterThan(0);
});

test('offers files with format, size and what they are for, and papers for a meeting', async () => {
  await open();
  const files = await screen.findByRole('table', { name: 'Filer' });

  expect(within(files).getByRole('link', { name: 'Excel: svenska' }).getAttribute('href')).toBe(
    '/api/releases/3/files/figures-sv.xlsx',
  );
  expect(within(files).getByText('3 tabeller')).toBeDefined();
  expect(rowsOf('Filer')).toEqual([
    expect.stringMatching(/^ExcelExcel: svenska 12 kBExcel: engelska 12 kBFör att läsa i ett kalkylprogram/),
    expect.stringContaining('Tabell county'),
    expect.stringContaining('filens SHA-256 är publiceringens'),
  ]);
  expect(screen.getByRole('link', { name: 'Ledningsgruppen (PDF)' }).getAttribute('href')).toBe(
    '/api/releases/3/meeting-packs/leadership?language=sv',
  );
  expect(screen.getByRole('link', { name: /DCAT-AP/ }).getAttribute('href')).toBe('/api/releases/3/files/dcat.jsonld');
});

test('says when the files could not be listed', async () => {
  await open('', {}, (site) => site.server.refused.set('listReleaseFiles', 'service-unavailable'));

  expect(await screen.findByText('Filerna gick inte att lista')).toBeDefined();
});

test('the list of releases leads to their description for data portals, also for programs', async () => {
  new FakeReleaseSite();
  await openReleases(paths.publishedReleases());

  expect(screen.getByRole('link', { name: /^Alla publiceringar beskrivna/ }).getAttribute('href')).toBe(
    '/api/releases/catalogue',
  );
  expect(document.head.querySelector('link[rel="alternate"]')?.getAttribute('href')).toBe('/api/releases/catalogue');
});

const there = (county: '17' | '20' | '21', number: number) => ({
  ...{ county, number },
  ...{ branch: 'other-industry' as const, size: '10-49' as const },
});

const tableOf = (changes: Partial<Population> = {}): Population => ({
  ...{ populationId: '018f3c4e-7a6b-7c21-9d1a-00000000f001' as Population['populationId'], unit: 'firms' },
  ...{ year: 2025, source: 'SCB, Företagsdatabasen', sourceUrl: null, isSimulated: false },
  cells: [there('17', 100), there('20', 150), there('21', 250)],
  leftOut: [{ why: 'nobody-employed', rows: 3, number: 4000 }],
  ...changes,
});

/*
 * 35 of Värmland's 100 and 45 of Dalarna's 150: 44 and 56 per cent of 80 answers, 40 and 60 of 250 firms. 120 of all 500;
 * Gävleborg's 250 are hidden, too many to weight without.
 */
test('tells how far the firms have been reached, and why the level is not weighted', async () => {
  await open('', {}, (site) => {
    site.populations = [tableOf()];
  });

  expect(screen.getByText(/Källa: SCB, Företagsdatabasen/).textContent).toMatch(/^500 företag, 2025[.]/);
  expect(rowsOf('Företag som har svarat och företag som finns, efter län')).toEqual([
    'Värmland3510035 %44 %40 %',
    'Dalarna4515030 %56 %60 %',
    'Gävleborgvisas inte250visas inte––',
    'Grupper som går att jämföra8025032 %100 %100 %',
    'Alla företag12050024 %––',
  ]);
  expect(rowsOf('Alla företags nivå, ovägd och vägd')[0]).toBe(
    'Affärsmodeller1,4Nej: för stor del av företagen finns i grupper som är dolda–',
  );
  expect(screen.getByText('utan anställda: 4 000')).toBeDefined();
});

/* Other industry 100 and more that nobody counts; the class of 30 is steel or forest. */
test('says what can not be told, and why', async () => {
  await open('', {}, (site) => {
    const document = documentOf();
    const cells = document.cells.map((cell) =>
      cell.measure === 'D1' && cell.group === 'branch=steel-and-metals' ? { ...cell, firms: 20, mean: 2 } : cell,
    );
    site.release = { ...site.release, document: { ...document, cells } };
    const unplaced = { branch: null, branches: ['steel-and-metals' as const, 'forest-and-bioeconomy' as const] };
    site.populations = [
      tableOf({
        cells: [
          { ...there('17', 100), secretRows: 2 },
          { ...there('20', 30), ...unplaced },
        ],
      }),
    ];
  });

  expect(screen.getByText(/Källa: SCB, Företagsdatabasen/).textContent).toMatch(/^Minst 130 företag, 2025[.]/);
  const rows = rowsOf('Företag som har svarat och företag som finns, efter bransch');
  expect(rows).toContainEqual(expect.stringMatching(/^Stål och metall.*0–30går inte att säga––$/));
  expect(rows).toContainEqual(expect.stringMatching(/^Alla företag120minst 130högst 92 %––$/));
  expect(
    screen.getByText(/^Stål och metall.*: källan har företag i klasser som kan höra till flera grupper[.]$/),
  ).toBeDefined();
  expect(rowsOf('Alla företags nivå, ovägd och vägd')[0]).toContain('Nej: källan lämnar inte ut alla tal');
});

test('does not lay figures of real firms beside a table of made-up ones', async () => {
  await open('', {}, (site) => {
    site.populations = [tableOf({ isSimulated: true })];
  });

  expect(screen.queryByRole('heading', { name: 'Täckning' })).toBeNull();
});

test('says nothing of coverage where no table tells how many firms there are', async () => {
  await open();

  expect(screen.queryByRole('heading', { name: 'Täckning' })).toBeNull();
});
