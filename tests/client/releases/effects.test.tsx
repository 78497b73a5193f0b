import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import * as contract from '#shared/contracts/releases.ts';
import type { EffectCell, EffectDocument } from '#shared/domain/effect/effect-release.ts';
import { chooseMonth, openReleases } from './open-releases.tsx';
import { builtRelease, documentOf, FakeReleaseSite, organisationId, releaseId, reportOf } from './release-fixture.ts';

afterEach(() => vi.unstubAllGlobals());

const name = (sv: string) => ({ sv, en: sv });

const groups = ['all', 'package=cohort', 'package=mentor', 'step=P3.1'];
const shownCells: Readonly<Record<string, Omit<EffectCell, 'measure' | 'group'>>> = {
  'D1 package=cohort': { tookPart: 25, matched: 20, estimate: 0.5, low: 0.2, high: 0.8 },
  'D2 package=cohort': { tookPart: 20, matched: 20, estimate: 0.1, low: -0.3, high: 0.5 },
  'D1 step=P3.1': { tookPart: 25, matched: 20, estimate: -0.4, low: -0.7, high: -0.1 },
};

function effects(shown: typeof shownCells = shownCells): EffectDocument {
  const { spec } = documentOf();
  const nothing = { tookPart: null, matched: null, estimate: null, low: null, high: null };
  return {
    format: 'mattstock-effect-1',
    spec: {
      kind: 'effect',
      name: name('Effekt av stöd 2026'),
      before: { from: '2025-01-01', until: '2026-01-01' },
      after: { from: '2026-01-01', until: '2026-07-01' },
      population: 'all',
      isSimulated: false,
      counties: ['17', '20', '21'],
      measures: ['D1', 'D2'],
      packages: [
        { code: 'cohort', steps: ['P3.1'], dimensions: ['D1', 'D2'] },
        { code: 'mentor', steps: ['P3.1'], dimensions: ['D1'] },
      ],
      matching: { version: 'effect-1', caliper: 50, confidencePercent: 95 },
      rules: spec.rules,
      names: {
        ...spec.names,
        attributes: {
          package: { name: name('Paket'), values: { cohort: name('Processgruppen'), mentor: name('Mentorn') } },
          step: { name: name('Steg'), values: { 'P3.1': name('Utvecklingspaket') } },
        },
      },
    },
    cells: ['D1', 'D2'].flatMap((measure) =>
      groups.map((group) => ({ measure, group, ...nothing, ...shown[`${measure} ${group}`] })),
    ),
  };
}

function siteWith(document: EffectDocument, changes: Parameters<typeof builtRelease>[0] = {}): FakeReleaseSite {
  const site = new FakeReleaseSite();
  site.release = builtRelease({
    kind: 'effect',
    name: document.spec.name,
    document,
    report: reportOf(),
    ...changes,
  });
  return site;
}

const published = { status: 'published' as const, number: 3, publishedAt: '2026-11-26T10:00:00.000Z' };
const openPublished = () => openReleases(paths.publishedRelease(3));

test('says package by package what has risen more, and what cannot be told apart from no difference', async () => {
  siteWith(effects(), published);
  await openPublished();

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Effekt av stöd 2026');
  expect(
    screen.getByText('I 1 av 2 jämförelser har företag som deltog i ett paket ökat mer än liknande företag.'),
  ).toBeDefined();
  const cohort = within(screen.getByRole('region', { name: 'Processgruppen' }));
  expect(cohort.getByText('Företag som deltog har ökat mer än liknande företag inom: Affärsmodeller.')).toBeDefined();
  expect(cohort.getByText(/^Oklart inom: Säkerhet\./)).toBeDefined();
  expect(cohort.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Affärsmodeller+0,5 (mellan +0,2 och +0,8). Ungefär 25 deltog. Ungefär 20 av dem gick att jämföra med ett liknande företag.',
    'Säkerhet+0,1 (mellan −0,3 och +0,5). Ungefär 20 deltog, och ungefär lika många gick att jämföra med ett liknande företag.',
  ]);
});

test('a dot is filled where the interval lies on one side of no difference', async () => {
  siteWith(effects(), published);
  const { container } = await openPublished();
  const dots = [...container.querySelectorAll<HTMLElement>('[data-apart]')].map(({ dataset }) => dataset['apart']);

  expect(dots).toEqual(['true', 'false', 'true']);
});

test('is taken along as other releases are', async () => {
  siteWith(effects(), published);
  await openPublished();
  const files = within(await screen.findByRole('table', { name: 'Filer' }));

  expect(files.getByRole('link', { name: 'Excel: svenska' }).getAttribute('href')).toBe(
    '/api/releases/3/files/figures-sv.xlsx',
  );
  expect(screen.getByRole('link', { name: 'Ledningsgruppen (PDF)' }).getAttribute('href')).toBe(
    '/api/releases/3/meeting-packs/leadership?language=sv',
  );
});

test('says what the figures cannot tell, and never that something is proven', async () => {
  siteWith(effects(), published);
  const { container } = await openPublished();

  expect(screen.getByText('Vad siffrorna inte kan säga')).toBeDefined();
  expect(screen.getByText(/^Att det var paketet\. Företagen väljer själva/)).toBeDefined();
  expect(container.textContent).not.toMatch(/bevis|fungerar|tack vare/i);
});

test('names what cannot be told of, and says that it does not mean nothing', async () => {
  siteWith(effects(), published);
  await openPublished();

  const untold = screen.getByText('Går inte att säga något om (1)').closest('details') as HTMLElement;
  expect(within(untold).getByRole('listitem').textContent).toBe('Mentorn');
  expect(within(untold).getByText(/Det betyder inte att inget har hänt\.$/)).toBeDefined();
});

/** Tables with figures: the files have one of their own, which may come later. */
const figureTables = () =>
  screen
    .queryAllByRole('table', { hidden: true })
    .filter((table) => table.querySelector('caption')?.textContent !== 'Filer');

test('says less when it is less, and every figure stands in a table', async () => {
  siteWith(effects(), published);
  await openPublished();

  expect(
    screen.getByText('Företag som deltog har ökat mindre än liknande företag inom: Affärsmodeller.'),
  ).toBeDefined();
  const [table, ...others] = figureTables();
  expect(others).toEqual([]);
  if (table === undefined) throw new Error('there is no table');
  const rows = within(table).getAllByRole('row', { hidden: true });
  expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
    'ProcessgruppenAffärsmodeller+0,5+0,2+0,8Ökat mer än liknande företag2520',
    'ProcessgruppenSäkerhet+0,1−0,3+0,5Oklart: intervallet rymmer 02020',
    'P3.1 UtvecklingspaketAffärsmodeller−0,4−0,7−0,1Ökat mindre än liknande företag2520',
  ]);
});

test('says so when nothing can be told', async () => {
  siteWith(effects({}), published);
  await openPublished();

  expect(screen.getByText('För få företag för att säga hur det har gått för något paket.')).toBeDefined();
  expect(screen.getByText('Det går inte att säga något än')).toBeDefined();
  expect(figureTables()).toEqual([]);
});

test('shows an analyst what was built, with the attack and what is hidden', async () => {
  siteWith(effects());
  await openReleases(paths.release(organisationId, releaseId));

  expect(screen.getByText('Vad den skulle säga')).toBeDefined();
  expect(screen.getByRole('region', { name: 'Processgruppen' })).toBeDefined();
  expect(screen.getByText('Inget som är dolt går att räkna ut')).toBeDefined();
});

test('begins with the last twelve months and the twelve before', async () => {
  const site = new FakeReleaseSite();
  const { router } = await openReleases(paths.newEffect(organisationId));
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Effekt');
  await userEvent.type(screen.getByLabelText('Namn på engelska'), 'Effect');
  await userEvent.click(screen.getByRole('button', { name: 'Bygg utkastet' }));

  await waitFor(() => expect(router.state.location.pathname).toBe(paths.release(organisationId, releaseId)));
  expect(site.server.sent(contract.buildEffect)[0]?.body).toEqual({
    name: { sv: 'Effekt', en: 'Effect' },
    before: { from: '2024-11-01', until: '2025-11-01' },
    after: { from: '2025-11-01', until: '2026-11-01' },
    population: 'sme',
  });
});

test.each([paths.newRelease, paths.newEffect])(
  'the firms that the strategy counts are the first choice in %s',
  async (form) => {
    new FakeReleaseSite();
    await openReleases(form(organisationId));

    const choices = within(screen.getByRole('group', { name: /^Vilka företag räknas/ })).getAllByRole<HTMLInputElement>(
      'radio',
    );
    expect(choices.map(({ value }) => value)).toEqual(['sme', 'all']);
  },
);

test('says what is amiss with the periods and keeps what was typed', async () => {
  const site = new FakeReleaseSite();
  await openReleases(paths.newEffect(organisationId));
  await userEvent.type(screen.getByLabelText('Namn på svenska'), 'Effekt');
  await userEvent.click(screen.getByRole('radio', { name: 'Månader vi väljer själva' }));
  await chooseMonth('Senare svar: första månaden', '2025-03');
  await userEvent.click(screen.getByRole('button', { name: 'Bygg utkastet' }));

  const summary = within(await screen.findByRole('alert'));
  expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'De senare svaren börjar innan de tidigare är slut. Flytta en av dem.',
    'Skriv ett namn på engelska, högst 120 tecken.',
  ]);
  expect(site.server.sent(contract.buildEffect)).toEqual([]);
  expect((screen.getByLabelText('Namn på svenska') as HTMLInputElement).value).toBe('Effekt');
});

test('compares the year that has ended with the one before when that is chosen', async () => {
  const site = new FakeReleaseSite();
  await openReleases(paths.newEffect(organisationId));
  await userEvent.click(screen.getByRole('radio', { name: 'Det senaste året som är slut, mot året före' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ta namnet från perioden: Effekt av stöd: 2025' }));
  await userEvent.click(screen.getByRole('button', { name: 'Bygg utkastet' }));

  await waitFor(() => expect(site.server.sent(contract.buildEffect)).toHaveLength(1));
  expect(site.server.sent(contract.buildEffect)[0]?.body).toMatchObject({
    name: { sv: 'Effekt av stöd: 2025', en: 'Effect of support: 2025' },
    before: { from: '2024-01-01', until: '2025-01-01' },
    after: { from: '2025-01-01', until: '2026-01-01' },
  });
});
