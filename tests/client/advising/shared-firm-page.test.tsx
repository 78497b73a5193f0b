import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { noChoices } from '#shared/domain/routing/support-choices.ts';
import { changeOf, ownChange } from '../change/change-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { meetingId } from '../meetings/fake-meetings.ts';
import { reviewId } from '../reviewing/fake-review.ts';
import { firmId, organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite, requestOf } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';

const open = (site?: FakeAdvisingSite) => openAdvising(paths.sharedFirm(organisationId, firmId), site);
const section = (name: string) => within(screen.getByRole('region', { name }));
const link = (name: string) => screen.getByRole('link', { name });

test('shows who the firm is, what it shares with whom, and that this is written down', async () => {
  await open();

  expect(screen.getByRole('heading', { level: 1, name: 'Smedjan AB' })).toBeTruthy();
  const facts = section('Om företaget')
    .getAllByRole('definition')
    .map((each) => each.textContent);
  expect(facts).toEqual([
    '556016-0680',
    'Metallvaror och maskiner',
    '10–49 anställda',
    'Gävleborg',
    'Legotillverkare',
    'Stålklustret',
    'Förfrågan om kontakt, Resultat',
    '3 februari 2026',
  ]);
  expect(
    screen.getByText(
      'Att sidan har öppnats är uppskrivet, och företaget ser det. I texterna om resultatet nedan är ”ni” företaget.',
    ),
  ).toBeTruthy();
});

test('says what is left out where the firm agreed by a wording that does not name it, and nothing of it otherwise', async () => {
  const said = /^Företaget har gått med på en tidigare samtyckestext\. Vad det gör av förslagen.*visas inte här\.$/;
  await open();
  expect(section('Om företaget').getByText(said)).toBeTruthy();
  expect(screen.queryByText('Företaget har tackat nej till')).toBeNull();
  cleanup();

  const site = new FakeAdvisingSite();
  site.shared.supportChoices = noChoices;
  await open(site);
  expect(section('Om företaget').queryByText(said)).toBeNull();
});

test('keeps the name of the firm out of the title of the window', async () => {
  await open();

  expect(document.title).toBe('Ett företag som släppt in oss – Måttstock');
});

test('shows a request with whom to ask for, the ways to reach them and the message', async () => {
  await open();

  const requests = section('Förfrågningar om kontakt');
  expect(requests.getByRole('heading', { level: 3 }).textContent).toBe('Nätverk för underleverantörer');
  expect(requests.getByText('Väntar på svar')).toBeTruthy();
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
  expect(row?.textContent).toMatch(/^Snabbkoll, digital13 februari 2026 kl\. \d\d\.\d\d$/);
});

test('shows the newest result as the firm reads it, down to the answers', async () => {
  await open();

  expect(screen.getByText('Här är resultatet med de ord som företaget läser: ”ni” är företaget.')).toBeTruthy();
  expect(section('Alla områden').getByRole('heading', { name: 'Teknik' })).toBeTruthy();
  expect(section('Tre nästa steg').getAllByRole('listitem').length).toBe(3);
  expect(section('Stöd som passar').getByRole('heading', { name: 'Nätverk för underleverantörer' })).toBeTruthy();
  expect(section('Svaren bakom nivåerna').getByText('D2.1 på nivå 3')).toBeTruthy();
});

test('shows the picture at a glance: level, importance and wish, area by area', async () => {
  await open();

  const picture = section('Läget i korthet');
  expect(picture.getByText(/^Starkast:/).textContent).toBe('Starkast: Teknik. Lägst: Ledning.');
  const rows = picture.getAllByRole('row').map((each) => each.textContent);
  expect(rows.slice(0, 3)).toEqual([
    'OmrådeNivåViktigt om två årVill ha stöd',
    'Teknik3,5ej frågatej frågat',
    'Säkerhet0,3–1,7ej frågatej frågat',
  ]);
});

test('says that there is nothing to compare after one round', async () => {
  await open();

  expect(section('Förändring sedan förra gången').getByText('Företaget har mätt en omgång')).toBeTruthy();
});

test('shows the change of each area with what error leaves of it, and claims no more than that', async () => {
  const site = new FakeAdvisingSite();
  const { status, since, change } = ownChange();
  site.shared = { ...site.shared, change: { status, since, change } };

  await open(site);

  const shown = section('Förändring sedan förra gången');
  expect(shown.getAllByRole('row').map((each) => each.textContent)).toEqual([
    'OmrådeDåNuSkillnadMätfel kan geVad som går att sägaFrågor det bygger på',
    'Teknik1,03,0+2,00,80Har stigit mer än mätfelet4',
    'Säkerhet2,01,1−0,90,80Tecken på att ha sjunkit, inte säkert när alla områden jämförs4',
    'Ledning1,01,5+0,50,80Går inte att skilja från mätfel4',
  ]);
  expect(shown.getByText('Har stigit, också med hänsyn till att 3 områden jämförs på en gång: Teknik.')).toBeTruthy();
  expect(shown.getByText(/^1 område går inte att skilja från mätfel/)).toBeTruthy();
  expect(shown.queryByRole('combobox')).toBeNull();
});

test('says so when nothing can be compared between the rounds', async () => {
  const site = new FakeAdvisingSite();
  const { since } = ownChange();
  site.shared = { ...site.shared, change: { status: 'nothing-comparable', since, change: changeOf([]) } };

  await open(site);

  expect(screen.getByText('Inget går att jämföra mellan omgångarna')).toBeTruthy();
});

test('has the comments in one place, each with its question, and all answers when asked for', async () => {
  const site = new FakeAdvisingSite();
  const { newest } = site.shared;
  if (newest === null) throw new Error('there is a result');
  const answers = newest.response.answers.map((each) =>
    each.itemCode === 'D2.1' ? { ...each, answer: { ...each.answer, comment: 'Bara i verkstaden.' } } : each,
  );
  site.shared = { ...site.shared, newest: { ...newest, response: { ...newest.response, answers } } };

  await open(site);
  const given = section('Svar och kommentarer');
  expect(given.getByText('1 svar visas.')).toBeTruthy();
  expect(given.getAllByRole('row')[1]?.textContent).toBe('Fråga D2.1?D2.1 på nivå 3Bara i verkstaden.');

  await userEvent.click(given.getByRole('checkbox', { name: 'Bara svar med kommentar' }));
  expect(given.getByText(`${answers.length} svar visas.`)).toBeTruthy();
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
  site.shared = { ...site.shared, results: [], newest: null, change: null, requests: null };

  await open(site);

  expect(screen.getByText('Företaget har inte skickat in något än')).toBeTruthy();
  expect(screen.getByText('Företaget har ingen förfrågan hos Stålklustret nu')).toBeTruthy();
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

  expect(screen.getByRole('heading', { level: 1, name: 'Företaget delar inte det här med er' })).toBeTruthy();
  expect(link('Arbetskö').getAttribute('href')).toBe(paths.advisor());
  // It may never have been a consent.
  expect(document.body.textContent).not.toMatch(/samtycke|längre/);
});

const elsewhere = uuid('b', 8);
test.each([
  ['firm', paths.sharedFirm(elsewhere, firmId)],
  ['plan of a meeting', paths.meetingPlan(elsewhere, firmId)],
  ['meeting', paths.meeting(elsewhere, firmId, meetingId)],
  ['room', paths.meetingRoom(elsewhere, firmId, meetingId)],
  ['list of reviews', paths.reviews(elsewhere, firmId)],
  ['review', paths.firmReview(elsewhere, firmId, reviewId)],
])('there is no page of a %s for whoever does not look after firms there', async (_, address) => {
  const site = new FakeAdvisingSite();
  for (const name of ['getSharedFirm', 'getMeeting', 'listReviews', 'getReview']) {
    site.server.refused.set(name, 'not-found');
  }

  await openAdvising(address, site);

  expect(screen.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Arbetskö' })).toBeNull();
});

const contents = () =>
  within(screen.getByRole('navigation', { name: 'På den här sidan' }))
    .getAllByRole('link')
    .map((each) => each.textContent);

test('begins with what waits for the adviser, and says what else is on the page', async () => {
  await open();

  expect(contents().slice(0, 3)).toEqual(['Förfrågningar om kontakt', 'Om företaget', 'Kontakt och möten']);
  for (const part of screen.getAllByRole('navigation').flatMap((each) => [...each.querySelectorAll('a[href*="#"]')])) {
    const { hash } = new URL((part as HTMLAnchorElement).href);
    expect(document.querySelector(hash), hash).not.toBeNull();
  }
});

test('begins with what prepares a meeting where nothing is asked', async () => {
  const site = new FakeAdvisingSite();
  site.shared.requests = [requestOf({ status: 'completed' })];

  await open(site);

  expect(contents().slice(0, 3)).toEqual(['Om företaget', 'Kontakt och möten', 'Bilden i korthet']);
});

test('several answers of one round are counted as one round, with the time of each', async () => {
  const site = new FakeAdvisingSite();
  const [first] = site.shared.results ?? [];
  if (first === undefined) throw new Error('the firm has submitted nothing');
  const others = ['2026-02-03T10:05:00.000Z', '2026-02-03T09:10:00.000Z'];
  const more = others.map((submittedAt, place) => ({ ...first, responseId: uuid('e', place + 1), submittedAt }));
  site.shared = { ...site.shared, results: [first, ...more] as typeof site.shared.results };
  await open(site);

  const rounds = section('Resultat');
  expect(rounds.getByText(/^3 inlämningar i 1 omgång\. Flera på företaget kan ha svarat/)).toBeTruthy();
  const rows = rounds.getAllByRole('row').slice(1);
  expect(rows.map((row) => row.children[1]?.textContent)).toEqual(['1', '1', '1']);
  expect(rows[1]?.textContent).toMatch(/3 februari 2026 kl\. \d\d\.05$/);
});
