import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as coverageRoute from '#client/src/app/routes/coverage-route.tsx';
import { messages as words } from '#client/src/features/coverage/locales/sv.po';
import * as contract from '#shared/contracts/coverage.ts';
import * as releases from '#shared/contracts/releases.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { sourcesOf } from '#shared/domain/benchmark/measure-code.ts';
import type { PopulationCell } from '#shared/domain/coverage/population.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { accountOf, uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { documentOf, organisationId, rowOf } from '../releases/release-fixture.ts';
import { speak } from '../ui/show.tsx';

const cells: PopulationCell[] = [
  { county: '20', branch: 'steel-and-metals', size: '10-49', number: 90 },
  { county: '20', branch: 'steel-and-metals', size: '250-plus', number: 7 },
];
const tableOf = (place: number, year: number, isSimulated: boolean) => ({
  ...{ populationId: uuid('d', place), unit: 'firms' as const, year, source: `Tabell ${year}`, sourceUrl: null },
  ...{ isSimulated, cells, leftOut: [], organisationName: { sv: 'Dalarna', en: 'Dalarna' }, isOwn: true },
  ...{ createdAt: '2026-11-01T08:00:00.000Z', withdrawnAt: null, withdrawnReason: null },
});

let tables: ReturnType<typeof tableOf>[];
let refusal: Refusal | null;
let server: FakeEndpoints;

const releasedOf = (isSimulated: boolean) => ({
  ...rowOf({ isSimulated, status: 'published' as const }),
  ...{ number: 1, publishedAt: '2026-07-20T08:00:00.000Z', tells: sourcesOf(['D1']) },
});
function serve(isSimulated: boolean) {
  server = new FakeEndpoints([
    answering(getVisitor, () => ({ account: accountOf(['analyst']) })),
    answering(contract.listPopulations, () => ({ populations: tables })),
    answering(contract.listCurrentPopulations, () => ({
      populations: tables,
      rules: { version: 'coverage-1', leastReachedPercent: 95, mostWeightRatio: 5, leastPopulation: 100 },
    })),
    answering(releases.listPublishedReleases, () => ({ releases: [releasedOf(isSimulated)] })),
    answering(releases.getPublishedRelease, () => ({
      ...releasedOf(isSimulated),
      ...{ sha256: 'ab12'.repeat(16), verifications: [], document: documentOf({ isSimulated }) },
    })),
    answering(contract.readPopulationFile, () => {
      if (refusal !== null) throw refusal;
      return { years: [2024], unit: 'firms' as const, cells, leftOut: [], faults: [], faultCount: 0 };
    }),
    answering(contract.addPopulation, () => {
      tables = [...tables, tableOf(2, 2024, false)];
      return { populationId: uuid('d', 2) };
    }),
  ]);
}
beforeEach(() => {
  // Charts ask whether they may move.
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  tables = [tableOf(1, 2025, true)];
  refusal = null;
  serve(true);
});
afterEach(() => vi.unstubAllGlobals());

async function open() {
  i18n.load('sv', words);
  speak('sv');
  await openRoutes([{ path: routePatterns.coverage, ...coverageRoute }], paths.coverage(organisationId));
}
const field = () => screen.getByLabelText<HTMLInputElement>(/^Tabell från SCB/);
const choose = (file: File) => userEvent.upload(field(), file);
const csv = (text = 'region;sni') => new File([text], 'foretag.csv', { type: 'text/csv' });
async function takeIn() {
  await choose(csv());
  await userEvent.type(await screen.findByLabelText('Källa'), 'SCB');
  await userEvent.click(screen.getByRole('button', { name: 'Läs in tabellen' }));
}

test('a table that cannot be read is said to be no Excel or CSV, and how it becomes one', async () => {
  refusal = new Refusal('file-not-readable');
  await open();
  await choose(csv());

  expect((await screen.findByRole('alert')).textContent).toContain('spara den som .xlsx eller .csv');
});

test('too large a table is said to be so, without being sent', async () => {
  await open();
  await choose(csv('x'.repeat(2_000_001)));

  expect((await screen.findByRole('alert')).textContent).toContain('större än 2 MB');
  expect(server.sent(contract.readPopulationFile)).toEqual([]);
});

test('the field goes on showing which file was chosen, and takes the same one again', async () => {
  await open();
  const file = csv();
  await choose(file);
  expect(field().files?.[0]?.name).toBe('foretag.csv');
  await choose(file);

  expect(server.sent(contract.readPopulationFile)).toHaveLength(2);
});

test('a real table beside simulated figures is told not to count for them', async () => {
  await open();
  await takeIn();

  expect((await screen.findAllByText(/simulerade företag ovanför jämförs inte med den/))[0]).toBeTruthy();
  const list = screen.getByRole('table', { name: /^De tre regionernas tabeller/ });
  expect(within(list).getByText('Används för publiceringar om simulerade företag')).toBeTruthy();
  expect(await within(list).findByText('Används för publiceringar om riktiga företag')).toBeTruthy();
});

test('a table older than the one in use is told not to be used', async () => {
  serve(false);
  tables = [tableOf(1, 2025, false)];
  await open();
  await takeIn();

  expect((await screen.findAllByText(/Den används inte, för den för 2025 är nyare/))[0]).toBeTruthy();
});

test('it is told where the table is found, which headings are taken, and a table to fill in is offered', async () => {
  await open();
  await userEvent.click(screen.getByText('Var tabellen finns och hur den ska se ut'));

  expect(screen.getByRole('link', { name: /Företagsdatabasen hos SCB/ }).getAttribute('href')).toContain('NV0101');
  expect(screen.getByText(/börjar med region, län eller kommun/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Hämta en tabell att fylla i (CSV)' })).toBeTruthy();
});

test('firms too large for the release are said to be left out, and rounded numbers not to add up', async () => {
  await open();

  expect(screen.getByText(/^7 av företagen i källan har 250 anställda eller fler/)).toBeTruthy();
  expect(screen.getByText(/^Antalen svar är avrundade var för sig/)).toBeTruthy();
});
