import { i18n } from '@lingui/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as newPlanRoute from '#client/src/app/routes/new-plan-route.tsx';
import { messages } from '#client/src/features/planning/locales/sv.po';
import { PlansPage } from '#client/src/features/planning/plans-page.tsx';
import { editionSchema, moveEdition } from '#shared/contracts/editions.ts';
import { previewPlan } from '#shared/contracts/plans.ts';
import { getFirmProfileOptions } from '#shared/contracts/site.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { options } from '../start/profile-options.ts';
import { speak } from '../ui/show.tsx';
import { editionId, elsewhereOf, organisationId, planOf } from './plan-fixture.ts';

afterEach(() => vi.unstubAllGlobals());

function open(routes: Parameters<typeof openRoutes>[0], address = '/') {
  i18n.load('sv', messages);
  speak('sv');
  return openRoutes(routes, address);
}

const editionOf = (index: number, name: string, isPackageOffered: boolean) =>
  editionSchema.parse({
    editionId: uuid('c', index),
    organisationId,
    organisationName: { sv: 'Triple Steelix', en: 'Triple Steelix' },
    packageCode: 'lean',
    packageName: { sv: name, en: name },
    name: null,
    status: 'open',
    delivery: 'online',
    municipality: null,
    venue: null,
    position: null,
    applyBy: '2027-01-15',
    startsOn: '2027-02-01',
    endsOn: '2027-04-01',
    places: 8,
    minimumGroup: 3,
    language: 'sv',
    isSimulated: false,
    days: [],
    invited: 0,
    placed: 0,
    waiting: 0,
    isOwn: true,
    hasExactPosition: false,
    isPackageOffered,
    revision: 1,
  });

test('a group whose package is out of use is not offered, and it is said why', async () => {
  const editions = [editionOf(1, 'Ordning i verkstaden', true), editionOf(2, 'Gamla paketet', false)];
  const hrefs = { plan: paths.plan, newPlan: paths.newPlan, plansOf: paths.plans, editions: paths.editions() };
  const loaded = { providers: [], organisationId, editions, municipalities: options.municipalities, plans: [] };
  await open([{ path: '/', element: <PlansPage loaded={loaded} hrefs={hrefs} /> }]);

  const boxes = await screen.findAllByRole('checkbox');
  expect(boxes).toHaveLength(1);
  expect(screen.getByRole('checkbox', { name: 'Ordning i verkstaden' })).toBeDefined();
  expect(screen.getByText(/^Gamla paketet, på nätet, från .*: paketet används inte längre\.$/)).toBeDefined();
});

test('a planned group is named, and opened from there; a full one is named and cannot be chosen', async () => {
  const [full, room, planned] = [
    { ...editionOf(1, 'Full grupp', true), placed: 6, invited: 2 },
    { ...editionOf(2, 'Grupp med plats', true), placed: 2 },
    { ...editionOf(3, 'Tänkt grupp', true), status: 'planned' as const, minimumGroup: 6 },
  ];
  const site = new FakeEndpoints([answering(moveEdition, () => ({ ...planned, status: 'open' }) as never)]);
  const hrefs = { plan: paths.plan, newPlan: paths.newPlan, plansOf: paths.plans, editions: paths.editions() };
  const editions = [full, room, planned];
  const loaded = { providers: [], organisationId, editions, municipalities: options.municipalities, plans: [] };
  await open([{ path: '/', element: <PlansPage loaded={loaded} hrefs={hrefs} /> }]);

  const boxes = await screen.findAllByRole('checkbox');
  expect(boxes).toEqual([screen.getByRole('checkbox', { name: 'Grupp med plats' })]);
  expect(screen.getByText(/^Full grupp, .*: alla 8 platser är tagna/)).toBeDefined();
  expect(screen.getByText(/2 av 8 platser tagna/)).toBeDefined();
  expect(screen.getByText('Dessa är planerade och tar inte emot företag än')).toBeDefined();
  expect(screen.getByText(/^Tänkt grupp, .*: planerad, minst 6 för en grupp\.$/)).toBeDefined();

  await userEvent.click(screen.getByRole('button', { name: /^Öppna för företag: Tänkt grupp/ }));
  await screen.findByText(/^Öppen för företag: Tänkt grupp/);
  expect(site.sent(moveEdition)).toMatchObject([
    { params: { organisationId, editionId: planned.editionId }, body: { move: 'open', revision: 1 } },
  ]);
});

const openNewPlan = () =>
  open([{ path: routePatterns.newPlan, ...newPlanRoute }], paths.newPlan(organisationId, [editionId]));

const candidates = () => {
  const { editions, firms, problem } = planOf();
  return {
    editions: editions.map((each, index) => ({ ...each, facts: problem.editions[index] ?? problem.editions[0] })),
    firms: firms.map((each, index) => ({ ...each, facts: problem.firms[index] ?? problem.firms[0] })),
    hindered: [],
    elsewhere: [],
    unshared: 0,
  };
};

test('the address of groups that cannot be planned says so, and leads back to the choice', async () => {
  const site = new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(previewPlan, () => candidates() as never),
  ]);
  site.refused.set(previewPlan.name, 'package-out-of-use');
  await openNewPlan();

  await screen.findByText('De här grupperna kan inte planeras');
  expect(screen.getByText(/Paketet för en av grupperna används inte längre/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Planera grupper' }).getAttribute('href')).toBe(paths.plans(organisationId));
});

test('a new plan asks which groups must be held, and names firms as all pages do', async () => {
  const given = candidates();
  new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(previewPlan, () => ({ ...given, firms: given.firms.map((each) => ({ ...each, name: null })) }) as never),
  ]);
  await openNewPlan();

  await screen.findByRole('group', { name: /^Grupper som måste bli av/ });
  expect(screen.getByRole('checkbox', { name: 'Ordning i verkstaden' })).toBeDefined();
  expect(screen.getAllByText('Ett företag utan namn').length).toBeGreaterThan(0);
  expect(screen.getAllByText('10–49 anställda').length).toBeGreaterThan(0);
});

test('says the places of a group as its own page does, with those that the plan cannot see', async () => {
  const given = candidates();
  const [first] = given.editions;
  const editions =
    first === undefined ? [] : [{ ...first, unseen: 1, facts: { ...first.facts, places: 15, minimumGroup: 5 } }];
  new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(previewPlan, () => ({ ...given, editions }) as never),
  ]);
  await openNewPlan();

  expect(await screen.findByText(/16 platser, minst 6/)).toBeDefined();
  expect(screen.getByText('1 av platserna har ett företag som inte delar sitt resultat.')).toBeDefined();
});

test('shows fifty candidates at a time, finds them by name and county, and says that the plan chooses among all', async () => {
  const given = candidates();
  const [firm] = given.firms;
  const firms = Array.from({ length: 120 }, (_, index) => ({
    ...firm,
    firmId: uuid('e', index + 1),
    name: `Firma ${String(index + 1).padStart(3, '0')}`,
    municipality: index === 119 ? '2081' : '1780',
  }));
  new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(previewPlan, () => ({ ...given, firms }) as never),
  ]);
  await openNewPlan();
  const table = await screen.findByRole('table', { name: /^Företag som behöver något av paketen/ });
  const shown = () => within(table).getAllByRole('rowheader').length;
  expect(shown()).toBe(50);
  expect(screen.getByText('50 av 120 företag visas.')).toBeDefined();
  expect(screen.getByText(/Planen väljer bland alla, oavsett vad listan visar\.$/)).toBeDefined();

  await userEvent.click(screen.getByRole('button', { name: 'Visa fler' }));
  expect(shown()).toBe(100);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Firma 051'));

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Län' }), 'Dalarna');
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent?.trim()),
  ).toEqual(['Firma 120']);
  await userEvent.type(screen.getByRole('searchbox', { name: 'Del av företagets namn' }), '007');
  expect(screen.getByText('0 av 0 företag visas.')).toBeDefined();
});

test('lists whom a package fits best first, then by name, and last those with a place, who are counted apart', async () => {
  const given = candidates();
  const [alva, berga, cedern] = given.firms;
  if (alva === undefined || berga === undefined || cedern === undefined) throw new Error('there are three');
  const placed = { ...alva, facts: { ...alva.facts, needs: [], placedIn: [editionId] } };
  const elsewhere = [elsewhereOf(cedern.firmId, 'waiting', '2027-03-01')];
  new FakeEndpoints([
    answering(getFirmProfileOptions, () => options),
    answering(previewPlan, () => ({ ...given, firms: [placed, cedern, berga], elsewhere }) as never),
  ]);
  await openNewPlan();

  await userEvent.click(await screen.findByText('2 företag kan placeras; 1 har redan en plats'));
  const rows = within(screen.getByRole('table', { name: /^Företag som behöver/ })).getAllByRole('rowheader');
  // Berga 30 + 40, Cedern 0 + 40.
  expect(rows.map(({ textContent }) => textContent.trim())).toEqual(['Berga AB', 'Cedern AB', 'Alva AB']);
  expect(screen.getByText(/^Står på väntelistan till en annan grupp: Energikollen, /)).toBeDefined();
});
