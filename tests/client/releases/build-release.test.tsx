import { setTimeout as wait } from 'node:timers/promises';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import * as contract from '#shared/contracts/releases.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { chooseMonth, chosenMonth, openReleases } from './open-releases.tsx';
import {
  beingBuilt,
  builtRelease,
  documentOf,
  FakeReleaseSite,
  moreMeasures,
  organisationId,
  releaseId,
  reportOf,
  rowOf,
  sha256,
} from './release-fixture.ts';

// The browser of these tests draws nothing; tests/browser has the drawing.
vi.mock('#client/src/ui/charts/lazy-stacked-bar-chart.tsx', () => ({
  LazyStackedBarChart: ({ children }: { children: unknown }) => children,
}));

afterEach(() => vi.unstubAllGlobals());

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const inDialog = () => within(screen.getByRole('dialog'));
const openForm = () => openReleases(paths.newRelease(organisationId));
const openRelease = () => openReleases(paths.release(organisationId, releaseId));

test('lists what is published and what is being built, with state, period and what is simulated', async () => {
  const site = new FakeReleaseSite();
  site.rows = [
    rowOf({ status: 'building', name: { sv: 'Nya', en: 'New' }, releaseId: 'b0000000-0000-4000-8000-000000000009' }),
    rowOf({
      status: 'published',
      number: 3,
      publishedAt: '2026-07-03T10:00:00.000Z',
      isSimulated: true,
      population: 'all',
      areas: 19,
      others: 2,
    }),
  ];
  await openReleases(paths.region());

  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'NyaByggs1 januari 2026 – 30 juni 2026Företag med färre än 250 anställda4 områdenRegion Dalarna–',
    'Första halvåretSimuleratPublicerad1 januari 2026 – 30 juni 2026Alla företag, oavsett storlek19 områden och 2 uppgifter om annat än nivåerRegion DalarnaPublicering 3, 3 juli 2026',
  ]);
  expect(screen.getByRole('link', { name: 'Bygg ett nytt utkast' }).getAttribute('href')).toBe(
    paths.newRelease(organisationId),
  );
  expect(screen.queryByText('Inga siffror är publicerade än')).toBeNull();
});

test('builds what is chosen from what is offered: everything, of the half-year that has ended', async () => {
  const site = new FakeReleaseSite();
  const { router } = await openForm();
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Läget');
  await userEvent.type(screen.getByLabelText('Namn på engelska'), 'The state');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Säkerhet' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Bransch och storlek' }));
  await press('Bygg utkastet');

  await waitFor(() => expect(router.state.location.pathname).toBe(paths.release(organisationId, releaseId)));
  expect(site.server.sent(contract.buildRelease)[0]?.body).toEqual({
    name: { sv: 'Läget', en: 'The state' },
    from: '2026-01-01',
    until: '2026-07-01',
    population: 'sme',
    measures: ['D1', 'PM1', 'X1'],
    breakdowns: [[], ['county'], ['branch'], ['size'], ['county', 'branch'], ['county', 'size']],
  });
});

test.each([
  ['Det senaste kvartalet som är slut', '2026-07-01', '2026-10-01'],
  ['Det senaste året som är slut', '2025-01-01', '2026-01-01'],
])('counts %s', async (choice, from, until) => {
  const site = new FakeReleaseSite();
  await openForm();
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Läget');
  await userEvent.type(screen.getByLabelText('Namn på engelska'), 'The state');
  await userEvent.click(screen.getByRole('radio', { name: choice }));
  await press('Bygg utkastet');

  await waitFor(() => expect(site.server.sent(contract.buildRelease)).toHaveLength(1));
  expect(site.server.sent(contract.buildRelease)[0]?.body).toMatchObject({ from, until });
});

test('says what is amiss and keeps what was typed', async () => {
  const site = new FakeReleaseSite();
  await openForm();
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Läget');
  await userEvent.click(screen.getByRole('radio', { name: 'Månader vi väljer själva' }));
  await chooseMonth('Första månaden', '2026-05');
  await chooseMonth('Sista månaden', '2026-03');
  for (const name of ['Affärsmodeller', 'Säkerhet', 'Ledning', 'Grönt'])
    await userEvent.click(screen.getByRole('checkbox', { name }));
  await press('Bygg utkastet');

  const summary = within(await screen.findByRole('alert'));
  expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Den sista månaden kommer före den första. Flytta en av dem.',
    'Skriv ett namn på engelska, högst 120 tecken.',
    'Välj minst ett område eller en uppgift, och högst 50.',
  ]);
  expect(site.server.sent(contract.buildRelease)).toEqual([]);
  expect((screen.getByLabelText('Namn på svenska') as HTMLInputElement).value).toBe('Läget');
  expect(chosenMonth('Första månaden')).toBe('2026-05');
});

test('keeps what was typed when the server cannot build just now', async () => {
  const site = new FakeReleaseSite();
  site.server.refused.set('buildRelease', 'builder-busy');
  await openForm();
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Läget');
  await userEvent.type(screen.getByLabelText('Namn på engelska'), 'The state');
  await press('Bygg utkastet');

  await screen.findByText('Utkastet påbörjades inte');
  expect((screen.getByLabelText('Namn på engelska') as HTMLInputElement).value).toBe('The state');
});

test('shows how far the building is, until it is built', async () => {
  const site = new FakeReleaseSite();
  site.release = beingBuilt();
  await openRelease();
  expect(screen.getByText('2 av 5 steg')).toBeDefined();
  expect(screen.getByRole('progressbar', { name: 'Hur långt den har kommit' })).toBeDefined();

  site.release = builtRelease();
  await screen.findByText('40 av 312 siffror visas');
});

test('stops the building', async () => {
  const site = new FakeReleaseSite();
  site.release = beingBuilt();
  await openRelease();
  await press('Stoppa bygget');
  expect(site.server.sent(contract.cancelRelease)).toEqual([]);
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stoppa bygget' }));

  await screen.findByText('Bygget stoppades.');
  expect(screen.getByText('Bygget stoppades')).toBeDefined();
  expect(screen.getByText('Stoppat')).toBeDefined();
  expect(site.server.sent(contract.cancelRelease)).toHaveLength(1);
});

test('says that nothing was stopped when the building had just ended, and shows what was built', async () => {
  const site = new FakeReleaseSite();
  site.release = beingBuilt();
  await openRelease();
  await press('Stoppa bygget');
  site.release = builtRelease();
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stoppa bygget' }));

  const said = (await screen.findByText('Inget avbröts: bygget hade just avslutats.')).closest('[role=status]');
  expect(said?.textContent).toMatch(/^Information/);
  expect(document.activeElement).toBe(said);
  expect(screen.queryByText('Bygget stoppades.')).toBeNull();
  await screen.findByText('40 av 312 siffror visas');
});

test('asks how far it is once at a time, and does not go back to what is answered late', async () => {
  const site = new FakeReleaseSite();
  site.release = beingBuilt();
  const late = Promise.withResolvers<void>();
  const answer = globalThis.fetch;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const reply = await answer(address, init);
    if (address.endsWith('/progress')) await late.promise;
    return reply;
  });
  await openRelease();
  const asked = () => site.server.sent(contract.getReleaseProgress).length;
  await waitFor(() => expect(asked()).toBe(1), { timeout: 3000 });
  await act(() => wait(1500));
  expect(asked()).toBe(1);

  await press('Stoppa bygget');
  site.release = builtRelease();
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stoppa bygget' }));
  await screen.findByText('40 av 312 siffror visas');
  await act(async () => {
    late.resolve();
    await wait(50);
  });

  expect(screen.getByText('40 av 312 siffror visas')).toBeDefined();
}, 20_000);

test('says when nothing has been heard of the building, and what to do', async () => {
  const site = new FakeReleaseSite();
  site.release = beingBuilt({ isInterrupted: true });
  await openRelease();

  expect(screen.getByText('Bygget har inte hörts av på en stund')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Stoppa bygget' })).toBeDefined();
});

test('says what is hidden and why, by area, and that nothing could be worked out', async () => {
  const site = new FakeReleaseSite();
  site.rows = [];
  await openRelease();

  const table = within(screen.getByRole('table', { name: /^Vad som är dolt, och varför/ }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Område',
    'Visas',
    'För få företag, eller inga',
    'En leverantör läser nästan allas resultat',
    'Nästan alla ligger i ena änden',
    'Skiljer sig med för få från en annan grupp',
    'Skyddar en annan grupp',
  ]);
  expect(table.getAllByRole('row')[1]?.textContent).toBe('Affärsmodeller10 av 78602114');
  expect(screen.getByText(/^När allt var dolt som måste vara det .* Alla är tillräckligt osäkra\.$/)).toBeDefined();
});

test('publishes what was looked at, after saying that it is for good', async () => {
  const site = new FakeReleaseSite();
  await openRelease();
  await press('Publicera');
  expect(inDialog().getByText(/^Det går inte att ångra/)).toBeDefined();
  expect(site.server.sent(contract.publishRelease)).toEqual([]);
  await userEvent.click(inDialog().getByRole('button', { name: 'Publicera slutgiltigt' }));

  await screen.findByText('Publicerad med nummer 3.');
  expect(site.server.sent(contract.publishRelease)[0]?.body).toEqual({ sha256 });
  expect(screen.getByRole('link', { name: 'Till den offentliga sidan' }).getAttribute('href')).toBe(
    paths.publishedRelease(3),
  );
  expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
});

test('reads the release anew when it could not be published, and says why it cannot be', async () => {
  const site = new FakeReleaseSite();
  await openRelease();
  site.server.refused.set('publishRelease', 'release-blocked');
  site.release = builtRelease({ blocks: ['outdated'] });
  await press('Publicera');
  await userEvent.click(inDialog().getByRole('button', { name: 'Publicera slutgiltigt' }));

  await screen.findByText(/^Ett annat utkast byggdes samtidigt/);
  expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
});

test('says nothing of how it stands when the network is gone, and lets one try again', async () => {
  const site = new FakeReleaseSite();
  await openRelease();
  site.server.refused.set('publishRelease', 'no-reply');
  await press('Publicera');
  await userEvent.click(inDialog().getByRole('button', { name: 'Publicera slutgiltigt' }));

  await inDialog().findByRole('alert');
  expect(screen.queryByText('Inget har publicerats')).toBeNull();
  site.server.refused.clear();
  await userEvent.click(inDialog().getByRole('button', { name: 'Publicera slutgiltigt' }));
  await screen.findByText('Publicerad med nummer 3.');
});

test('says that nothing was published no longer when what was built is dropped', async () => {
  const site = new FakeReleaseSite();
  await openRelease();
  site.server.refused.set('publishRelease', 'release-blocked');
  site.release = builtRelease({ blocks: ['outdated'] });
  await press('Publicera');
  await userEvent.click(inDialog().getByRole('button', { name: 'Publicera slutgiltigt' }));
  await screen.findByText('Inget har publicerats');
  await press('Kasta det som byggdes');
  await userEvent.click(inDialog().getByRole('button', { name: 'Kasta utkastet' }));

  await screen.findByText('Det som byggdes har kastats.');
  expect(screen.queryByText('Inget har publicerats')).toBeNull();
});

test('says that nothing was dropped when somebody else had just published it', async () => {
  const site = new FakeReleaseSite();
  await openRelease();
  await press('Kasta det som byggdes');
  site.release = builtRelease({ status: 'published', number: 3, publishedAt: '2026-11-26T10:00:00.000Z' });
  await userEvent.click(inDialog().getByRole('button', { name: 'Kasta utkastet' }));

  const said = (await screen.findByText('Inget kastades: det hade just publicerats.')).closest('[role=status]');
  expect(said?.textContent).toMatch(/^Information/);
  expect(screen.getByRole('link', { name: 'Till den offentliga sidan' })).toBeDefined();
});

test('says in words what could be worked out, and what is too near, and offers no publishing', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    blocks: ['audit-found', 'too-near', 'nothing-shown'],
    report: reportOf({
      cover: 'greedy',
      findings: [{ measure: 'D1', attack: 'values', found: 2 }],
      nearReleases: [
        { releaseNumber: 2 },
        { releaseNumber: null, built: { on: '2026-11-12', isOwn: true } },
        { releaseNumber: null, built: { on: '2026-11-13', isOwn: false } },
      ],
    }),
  });
  await openRelease();

  const blocked = screen.getByText('Den kan inte publiceras').parentElement as HTMLElement;
  expect(blocked.querySelectorAll(':scope > ul > li')).toHaveLength(3);
  expect(screen.getByText('Affärsmodeller: ungefär vilken nivå några få företag har, 2 gånger')).toBeDefined();
  for (const earlier of [
    'Publicering 2',
    'Det som ni byggde 12 november 2026',
    'Det som en annan region byggde 13 november 2026',
  ])
    expect(screen.getByText(earlier)).toBeDefined();
  expect(screen.queryByText(/Säkerhet/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Publicering 2' }).getAttribute('href')).toBe(paths.publishedRelease(2));
  // How little is hidden says nothing of what may not be published.
  expect(screen.queryByText(/HiGHS/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Bygg med andra val' }).getAttribute('href')).toBe(
    paths.newRelease(organisationId, releaseId),
  );
});

test('names what is too near with its period and firms, and advises by it alone', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    blocks: ['too-near'],
    report: reportOf({ nearReleases: [{ releaseNumber: 1 }], isTracked: true }),
    sharing: [published(1, { population: 'sme' }), published(2)],
  });
  await openRelease();

  const told = screen.getByText('För lik en tidigare publicering').parentElement as HTMLElement;
  expect(
    within(told)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Publicering 1: Läget, 1 november 2025 – 31 oktober 2026, företag med färre än 250 anställda']);
  const blocked = within(screen.getByText('Den kan inte publiceras').parentElement as HTMLElement);
  expect(blocked.getByText('Ett annat urval av företag.')).toBeDefined();
  expect(blocked.queryByText(/^Samma urval/)).toBeNull();
});

test('says that several releases together tell of few firms, names those that share answers, and what helps', async () => {
  const site = new FakeReleaseSite();
  const looked = rowOf({ releaseId: uuid('b', 4), name: { sv: 'Utkast', en: 'Draft' } });
  site.release = builtRelease({
    ...{ blocks: ['too-near'], report: reportOf({ isTracked: true }), sharing: [published(1), looked] },
  });
  await openRelease();

  const told = screen.getByText('Flera publiceringar avslöjar något tillsammans').parentElement as HTMLElement;
  expect(
    within(told)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Publicering 1: Läget, 1 november 2025 – 31 oktober 2026, alla företag, oavsett storlek',
    'Utkast, 1 januari 2026 – 30 juni 2026, företag med färre än 250 anställda',
  ]);
  expect(within(told).getByRole('link', { name: 'Utkast' }).getAttribute('href')).toBe(
    paths.release(organisationId, uuid('b', 4)),
  );
  const blocked = within(screen.getByText('Den kan inte publiceras').parentElement as HTMLElement);
  expect(blocked.getByText('Färre uppdelningar, till exempel bara efter län.')).toBeDefined();
  expect(blocked.getByText('Samma urval av företag som där: alla företag, oavsett storlek.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
});

test('leaves publishing and dropping to the region that built it', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({ isOwn: false });
  await openRelease();

  expect(screen.getByText('Region Dalarna har byggt den, och bara de kan publicera den.')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Publicera|Kasta/ })).toBeNull();
});

test('drops what was built after a question', async () => {
  const site = new FakeReleaseSite();
  await openRelease();
  await press('Kasta det som byggdes');
  expect(inDialog().getByText(/Men ni kunde titta på det, så senare publiceringar jämförs/)).toBeDefined();
  await userEvent.click(inDialog().getByRole('button', { name: 'Kasta utkastet' }));

  await screen.findByText('Det som byggdes har kastats.');
  expect(screen.getByText(/^Ingen kan titta på utkastet längre/)).toBeDefined();
  expect(site.server.sent(contract.cancelRelease)).toHaveLength(1);
});

test('says that nothing is kept of what nobody could look at, when that is dropped', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease({ blocks: ['too-near'] });
  await openRelease();
  await press('Kasta det som byggdes');

  expect(inDialog().getByText('Inget av den sparas. Ni kan bygga samma igen.')).toBeDefined();
});

test('says before anything is built that what is looked at is compared with', async () => {
  new FakeReleaseSite();
  await openForm();

  expect(screen.getByText('Det ni bygger och tittar på räknas')).toBeDefined();
});

test('levels are chosen beforehand; what else is counted is folded up, and chosen all at once', async () => {
  const site = new FakeReleaseSite();
  site.measures = ['D1', ...moreMeasures];
  await openForm();
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Läget');
  await userEvent.type(screen.getByLabelText('Namn på engelska'), 'Standing');
  await userEvent.click(screen.getByText('Samarbete och mångfald: 0 av 2 valda'));
  await userEvent.click(screen.getByRole('button', { name: 'Välj alla: Samarbete och mångfald' }));
  expect(screen.getByText('Samarbete och mångfald: 2 av 2 valda')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Kommunstorlek' }));
  await press('Bygg utkastet');

  await vi.waitFor(() =>
    expect(site.server.sent(contract.buildRelease)).toMatchObject([
      {
        body: {
          measures: ['D1', 'collaboration.large-firm', 'women.all'],
          breakdowns: [
            [],
            ['county'],
            ['branch'],
            ['size'],
            ['county', 'branch'],
            ['county', 'size'],
            ['branch', 'size'],
            ['municipality'],
          ],
        },
      },
    ]),
  );
});

test('what was stopped is built again with the same choices', async () => {
  const site = new FakeReleaseSite();
  const { spec } = documentOf({
    measures: ['D2', 'PM1'],
    breakdowns: [[], ['size']],
    from: '2025-10-01',
    until: '2026-02-01',
  });
  site.release = beingBuilt({ status: 'cancelled', spec: { ...spec, population: 'all' } });
  const { router } = await openRelease();
  await userEvent.click(screen.getByRole('link', { name: 'Bygg igen med samma val' }));
  await screen.findByLabelText<HTMLInputElement>('Namn på svenska');
  await press('Bygg utkastet');

  await waitFor(() => expect(router.state.location.pathname).toBe(paths.release(organisationId, releaseId)));
  expect(site.server.sent(contract.buildRelease)[0]?.body).toEqual({
    name: spec.name,
    from: '2025-10-01',
    until: '2026-02-01',
    population: 'all',
    measures: ['D2', 'PM1'],
    breakdowns: [[], ['size']],
  });
});

test('says which firms, divisions, areas and about how many firms, before it is published', async () => {
  const site = new FakeReleaseSite();
  site.release = builtRelease();
  await openRelease();

  const detail = (term: string) => screen.getByText(term).nextElementSibling?.textContent;
  expect(detail('Företag')).toBe('Företag med färre än 250 anställda');
  expect(detail('Uppdelning')).toMatch(/^Län, Bransch, /);
  expect(detail('Innehåll')).toBe('4 områden');
  expect(detail('Räknade företag')).toMatch(/^Ungefär \d+ till 120, olika för olika områden$/);
});

test('says when the same period and firms are published already, and forbids nothing', async () => {
  const site = new FakeReleaseSite();
  site.rows = [
    rowOf({ status: 'published', number: 1, publishedAt: '2026-07-03T10:00:00.000Z' }),
    rowOf({ status: 'published', number: 2, publishedAt: '2026-07-04T10:00:00.000Z', population: 'all' }),
  ];
  site.release = builtRelease({ alike: 1 });
  const { unmount } = await openForm();
  await userEvent.click(screen.getByRole('radio', { name: /^Det senaste halvåret/ }));
  expect(screen.getByText('Redan publicerat som publicering 1')).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Alla företag, oavsett storlek' }));
  expect(screen.getByText('Redan publicerat som publicering 2')).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: /^Det senaste kvartalet/ }));
  expect(screen.queryByText(/^Redan publicerat/)).toBeNull();
  unmount();

  await openRelease();
  await press('Publicera');
  expect(inDialog().getByText('Redan publicerat som publicering 1')).toBeDefined();
  expect(inDialog().getByRole('button', { name: 'Publicera slutgiltigt' })).toBeDefined();
});

test('says at once how many are chosen of as many as there may be', async () => {
  const site = new FakeReleaseSite();
  site.measures = ['D1', 'D2', 'PM1', 'X1', ...moreMeasures];
  await openForm();
  expect(screen.getByText('4 av högst 50 områden och uppgifter valda.')).toBeDefined();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Säkerhet' }));
  expect(screen.getByText('3 av högst 50 områden och uppgifter valda.')).toBeDefined();
});

test('says how many are too many, and offers to choose all only where all fit', async () => {
  const site = new FakeReleaseSite();
  site.measures = ['D1', 'D2', 'PM1', 'X1', ...Array.from({ length: 47 }, (_, index) => `more.${index}`)];
  await openForm();
  expect(screen.getByText('51 av högst 50 områden och uppgifter valda.', { exact: false }).textContent).toMatch(
    /Ta bort 1\.$/,
  );
  await userEvent.click(screen.getAllByRole('button', { name: /^Välj ing/ }).at(-1) as HTMLElement);

  expect(screen.getByText('Alla här får inte plats på en gång: 46 till kan väljas av högst 50.')).toBeDefined();
});

test('is published where one has read what it says, and not before', async () => {
  new FakeReleaseSite();
  await openRelease();

  const says = screen.getByRole('heading', { level: 2, name: 'Vad den skulle säga' });
  const publish = screen.getByRole('heading', { level: 2, name: 'Publicera eller kasta' });
  expect(says.compareDocumentPosition(publish)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  const way = screen.getByRole('link', { name: 'längst ner på sidan' }).getAttribute('href') ?? '';
  expect(document.querySelector(way)?.contains(publish)).toBe(true);
});

test('the list tells what cannot be published from what can', async () => {
  const site = new FakeReleaseSite();
  site.rows = [rowOf(), rowOf({ releaseId: uuid('b', 2), isBlocked: true })];
  await openReleases(paths.region());

  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows.filter((text) => text?.includes('Kan inte publiceras'))).toHaveLength(1);
});

test('a name is proposed by the period, and one of another year is remarked on', async () => {
  new FakeReleaseSite();
  await openForm();
  await press('Ta namnet från perioden: Första halvåret 2026');
  expect(screen.getByLabelText<HTMLInputElement>('Namn på svenska').value).toBe('Första halvåret 2026');
  expect(screen.getByLabelText<HTMLInputElement>('Namn på engelska').value).toBe('First half of 2026');
  expect(screen.queryByText(/^Namnet nämner/)).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Det senaste året som är slut' }));

  expect(screen.getByText('Namnet nämner 2026')).toBeDefined();
  await press('Ta namnet från perioden: 2025');
  expect(screen.queryByText(/^Namnet nämner/)).toBeNull();
});

test('says before anything is built which earlier one it may be too much like', async () => {
  const site = new FakeReleaseSite();
  const year = { from: '2025-01-01', until: '2026-01-01' };
  site.rows = [
    rowOf({ status: 'published', number: 1, name: { sv: 'Året', en: 'The year' }, ...year, periods: [year] }),
    rowOf({
      ...{ releaseId: uuid('b', 2), status: 'published', number: 2, name: { sv: 'Samverkan', en: 'Collaboration' } },
      ...{ ...year, periods: [year], measures: ['collaboration'] },
    }),
  ];
  await openForm();
  expect(screen.queryByText('Den kan bli för lik en tidigare')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Månader vi väljer själva' }));
  await chooseMonth('Första månaden', '2025-02');
  await chooseMonth('Sista månaden', '2025-12');

  expect(screen.getByText('Den kan bli för lik en tidigare')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Publicering 1: Året' })).toBeDefined();
  // It has no measure that is chosen.
  expect(screen.queryByRole('link', { name: /Samverkan/ })).toBeNull();
  await chooseMonth('Första månaden', '2025-01');
  // The same time and firms: told of as published already.
  expect(screen.queryByText('Den kan bli för lik en tidigare')).toBeNull();
});

const lastTwelve = { from: '2025-11-01', until: '2026-11-01' };
const published = (number: number, changes: Parameters<typeof rowOf>[0] = {}) =>
  rowOf({
    ...{ releaseId: uuid('b', 10 + number), status: 'published', number, name: { sv: 'Läget', en: 'How it stands' } },
    ...{ publishedAt: '2026-11-03T10:00:00.000Z', population: 'all', ...lastTwelve, periods: [lastTwelve] },
    ...changes,
  });
const sharingTitle = 'En del av samma svar räknas i tidigare siffror';
const adviceUnder = (title: string) => {
  const notice = screen.getByText(title).parentElement as HTMLElement;
  return within(notice).getAllByRole('listitem');
};
const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked;

test('names earlier releases that count some of the same answers, says what helps, and proposes few divisions', async () => {
  const site = new FakeReleaseSite();
  site.rows = [published(1)];
  await openForm();

  expect(
    screen.getByText(/^De finns i Läget \(1 november 2025 – 31 oktober 2026\)\. Skiljer bara några få företag/),
  ).toBeDefined();
  expect(screen.queryByText('Den kan bli för lik en tidigare')).toBeNull();
  expect(['Län', 'Bransch', 'Storlek'].map(isChosen)).toEqual([true, false, false]);
  expect(screen.getByText(/Få är valda från början, eftersom tidigare publiceringar/)).toBeDefined();
  expect(screen.getByText(sharingTitle).closest('[role=status]')?.textContent).toMatch(/^Information/);
  expect(adviceUnder(sharingTitle).map(({ textContent }) => textContent)).toEqual([
    'Andra områden eller uppgifter än dem som redovisas där.',
    'En period som inte delar någon månad med den. Finns ingen sådan än: vänta tills en är slut.',
    'Samma urval av företag som där: alla företag, oavsett storlek.',
  ]);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Bransch' }));
  expect(adviceUnder(sharingTitle)[0]?.textContent).toBe('Färre uppdelningar, till exempel bara efter län.');
});

test('says nothing of earlier releases where none counts the same answers, and chooses every division', async () => {
  const site = new FakeReleaseSite();
  site.rows = [published(1, { measures: ['collaboration'] }), published(2, { status: 'cancelled', number: null })];
  await openForm();

  expect(screen.queryByText(sharingTitle)).toBeNull();
  expect(['Län', 'Bransch', 'Storlek'].map(isChosen)).toEqual([true, true, true]);
});

test('advises the same firms where only the choice of firms is another', async () => {
  const site = new FakeReleaseSite();
  const halfYear = { from: '2026-01-01', until: '2026-07-01' };
  site.rows = [published(1, { ...halfYear, periods: [halfYear] })];
  await openForm();
  await userEvent.click(screen.getByRole('radio', { name: /^Det senaste halvåret/ }));

  expect(screen.getByText(/^Perioden är densamma, men andra företag räknas/)).toBeDefined();
  const told = adviceUnder('Den kan bli för lik en tidigare').map(({ textContent }) => textContent);
  expect(told[1]).toBe('Samma urval av företag som där: alla företag, oavsett storlek.');
  expect(told.join()).not.toContain('En period');
});

test('says at once that the months are reversed, and proposes no name of them', async () => {
  new FakeReleaseSite();
  await openForm();
  await userEvent.click(screen.getByRole('radio', { name: 'Månader vi väljer själva' }));
  await chooseMonth('Första månaden', '2026-05');
  await chooseMonth('Sista månaden', '2026-03');

  expect(screen.getByText('Den sista månaden kommer före den första. Flytta en av dem.')).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Ta namnet från perioden/ })).toBeNull();
  await chooseMonth('Sista månaden', '2026-06');
  expect(screen.queryByText(/^Den sista månaden kommer före/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Ta namnet från perioden: Maj till juni 2026' })).toBeDefined();
});

test('what was stopped or dropped stays within reach under a fold, to be built again', async () => {
  const site = new FakeReleaseSite();
  site.rows = [
    rowOf(),
    rowOf({ releaseId: uuid('b', 2), status: 'cancelled', name: { sv: 'Avbruten', en: 'Stopped one' } }),
    rowOf({ releaseId: uuid('b', 3), status: 'dropped', kind: 'effect', name: { sv: 'Kastad', en: 'Dropped one' } }),
  ];
  await openReleases(paths.region());
  const [current] = screen.getAllByRole('table');

  expect(within(current as HTMLElement).queryByText('Avbruten')).toBeNull();
  expect(screen.getByText('Stoppade och kastade: 2')).toBeDefined();
  const again = (name: string) =>
    screen.getByRole('link', { name: `Bygg igen med samma val: ${name}`, hidden: true }).getAttribute('href');
  expect(again('Avbruten')).toBe(paths.newRelease(organisationId, uuid('b', 2)));
  expect(again('Kastad')).toBe(paths.newEffect(organisationId, uuid('b', 3)));
});
