import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { firmId, organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite, requestOf } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';

const open = (site?: FakeAdvisingSite) => openAdvising(paths.sharedFirm(organisationId, firmId), site);
const section = (name: string) => within(screen.getByRole('region', { name }));
const link = (name: string) => screen.getByRole('link', { name });

test('shows who the firm is, what it shares with whom, and that this is written down', async () => {
  await open();

  expect(screen.getByRole('heading', { level: 1, name: 'Smedjan AB' })).toBeTruthy();
  const facts = screen.getAllByRole('definition').map((each) => each.textContent);
  expect(facts.slice(0, 4)).toEqual([
    '556016-0680',
    'Stålklustret',
    'Förfrågan om kontakt, Resultat',
    '3 februari 2026',
  ]);
  expect(screen.getByText('Att ni har öppnat det här är uppskrivet, och företaget ser det.')).toBeTruthy();
});

test('keeps the name of the firm out of the title of the window', async () => {
  await open();

  expect(document.title).toBe('Ett företag som släppt in oss – Måttstock');
});

test('shows a request with whom to ask for, the ways to reach them and the message', async () => {
  await open();

  const requests = section('Förfrågningar om kontakt');
  expect(requests.getByRole('heading', { level: 3 }).textContent).toBe('Nätverk för underleverantörer');
  expect(requests.getByText('Väntar på ert svar')).toBeTruthy();
  expect(requests.getByText('Eva Ek, Smedjan AB')).toBeTruthy();
  expect(link('eva@smedjan.se').getAttribute('href')).toBe('mailto:eva@smedjan.se');
  expect(link('026-12 34 56').getAttribute('href')).toBe('tel:026123456');
  expect(requests.getByText(/^Ring efter fyra\./)).toBeTruthy();
});

test('says so when there is no telephone number and no message', async () => {
  const site = new FakeAdvisingSite();
  site.shared.requests = [requestOf()];

  await open(site);

  expect(section('Förfrågningar om kontakt').getByText('ej angivet')).toBeTruthy();
  expect(screen.queryByText('Meddelande')).toBeNull();
});

test('names what the firm has submitted, also a form that joins several', async () => {
  const site = new FakeAdvisingSite();
  const [round] = site.shared.results ?? [];
  if (round) site.shared.results = [{ ...round, formCode: 'quick+digital' }];

  await open(site);

  const [row] = section('Resultat').getAllByRole('row').slice(1);
  expect(row?.textContent).toBe('Snabbkoll, digital3 februari 2026');
});

test('shows the newest result as the firm reads it, down to the answers', async () => {
  await open();

  expect(screen.getByText('Här är resultatet med de ord som företaget läser: ”ni” är företaget.')).toBeTruthy();
  expect(section('Alla områden').getByRole('heading', { name: 'Teknik' })).toBeTruthy();
  expect(section('Tre nästa steg').getAllByRole('listitem').length).toBe(3);
  expect(section('Stöd som passar').getByRole('heading', { name: 'Nätverk för underleverantörer' })).toBeTruthy();
  expect(section('Svaren bakom nivåerna').getByText('D2.1 på nivå 3')).toBeTruthy();
});

test('offers nothing that is for the firm to do', async () => {
  await open();

  expect(screen.queryByRole('link', { name: /^Be om kontakt/ })).toBeNull();
  expect(screen.queryByRole('link', { name: /räknades/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Gå vidare/ })).toBeNull();
  expect(link('Läs om paketet Nätverk för underleverantörer').getAttribute('href')).toBe(
    paths.package('supplier-network'),
  );
});

test('says so when the firm does not share its results', async () => {
  const site = new FakeAdvisingSite();
  site.withdrawResults();

  await open(site);

  expect(screen.getByText('Företaget delar inte sina resultat')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Alla områden' })).toBeNull();
});

test('says so when the firm has submitted nothing and asked for nothing', async () => {
  const site = new FakeAdvisingSite();
  site.shared = { ...site.shared, results: [], newest: null, requests: null };

  await open(site);

  expect(screen.getByText('Företaget har inte skickat in något än')).toBeTruthy();
  expect(screen.getByText('Företaget har ingen förfrågan hos er nu')).toBeTruthy();
});

test('labels a firm that is simulated', async () => {
  const site = new FakeAdvisingSite();
  site.shared = { ...site.shared, isSimulated: true };

  await open(site);

  expect(screen.getByText('Simulerat företag')).toBeTruthy();
});

test('tells that a firm which does not share anything does not, and leads back', async () => {
  const site = new FakeAdvisingSite();
  site.withdraw();

  await open(site);

  expect(screen.getByRole('heading', { level: 1, name: 'Företaget delar inte längre det här med er' })).toBeTruthy();
  expect(link('Arbetskö').getAttribute('href')).toBe(paths.advisor());
});
