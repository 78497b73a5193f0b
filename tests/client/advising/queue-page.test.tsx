import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { swedishMoment } from '#client/src/lib/swedish-moment.ts';
import { today } from '#client/src/lib/today.ts';
import { listQueue } from '#shared/contracts/advisor-queue.ts';
import { both } from '../contact/contact-fixture.ts';
import { firmId, organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { colleagueId, inDays, ownPersonId, rowOf } from './queue-fixture.ts';

async function open(
  rows: ReturnType<typeof rowOf>[],
  address: string = paths.advisor(),
  site = new FakeAdvisingSite(),
) {
  site.queue.rows = rows;
  const opened = await openAdvising(address, site);
  await waitFor(() => expect(screen.queryByText('Hämtar sidan …')).toBeNull());
  return opened;
}
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
const cells = () =>
  rows().map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  );
const names = () => rows().map((row) => within(row).getByRole('rowheader').textContent?.trim());
const view = (name: RegExp) => within(screen.getByRole('navigation')).getByRole('link', { name });

test('shows each request with its package, time left, where it is, who looks after it and what the firm is', async () => {
  await open([rowOf(1, 'Smedjan AB', { referral: { assignedTo: { personId: colleagueId, name: 'Per Holm' } } })]);

  expect(names()).toEqual(['Smedjan AB']);
  expect(cells()).toEqual([
    [
      'Välj Smedjan AB, Nätverk för underleverantörer',
      'Nätverk för underleverantörer',
      expect.stringMatching(/^2 dagar kvarVäntar på svarSvara senast \d/),
      'Per Holm',
      'DalarnaStål och metall10–49 anställda',
      'Digitalt 1,9Processer ej mättomgång 1, 3\u00a0februari\u00a02026',
    ],
  ]);
  expect(screen.getByRole('link', { name: 'Smedjan AB' }).getAttribute('href')).toBe(
    paths.sharedFirm(organisationId, firmId),
  );
});

test('says in words that a request is overdue, and that it is to be answered today', async () => {
  const endOfToday = swedishMoment(today(), '23:59')?.toISOString() ?? '';
  await open([
    rowOf(1, 'Smedjan AB', { referral: { answerDueAt: inDays(-3) } }),
    rowOf(2, 'Åby Gjuteri', { referral: { answerDueAt: inDays(-1) } }),
    rowOf(3, 'Hyttan', { referral: { answerDueAt: endOfToday } }),
  ]);

  const states = cells().map((each) => each[2]);
  expect(states).toEqual([
    expect.stringMatching(/^Försenad 3 dagarVäntar på svarSvara senast \d/),
    expect.stringMatching(/^Försenad 1 dagVäntar på svarSvara senast \d/),
    expect.stringMatching(/^Svara i dagVäntar på svarSvara senast .* 23\.59$/),
  ]);
});

test('says since when a request is where it is, and which is one’s own', async () => {
  const referral = {
    status: 'started',
    statusSince: '2026-02-03T12:00:00.000Z',
    assignedTo: { personId: ownPersonId, name: 'Ada Ek' },
  } as const;
  await open([rowOf(1, 'Smedjan AB', { referral })], '/advisor?view=under-way');

  expect(cells()[0]?.slice(2, 4)).toEqual([
    expect.stringMatching(/^Påbörjad3\u00a0februari\u00a02026Skulle besvaras senast \d/),
    'Jag själv',
  ]);
});

test('says that a firm does not share its results, and names one without a name', async () => {
  await open([rowOf(1, null, { facts: null })]);

  expect(names()).toEqual(['Ett företag utan namn']);
  expect(cells()[0]?.slice(4)).toEqual(['delar inte sina resultat', '']);
});

test('labels a firm that is simulated', async () => {
  await open([{ ...rowOf(1, 'Smedjan AB'), isSimulated: true }]);

  expect(names()).toEqual(['Smedjan AB Simulerat företag']);
});

test('leads to each list with how much there is in it, and says how many requests are overdue', async () => {
  await open([
    rowOf(1, 'Smedjan AB', { referral: { answerDueAt: inDays(-3) } }),
    rowOf(2, 'Åby Gjuteri'),
    rowOf(3, 'Hyttan', { referral: { status: 'accepted' } }),
    rowOf(4, 'Sågen', { referral: null }),
  ]);

  const links = within(screen.getByRole('navigation')).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual([
    'Att svara på 2 1 försenad',
    'Pågår 1',
    'Dags för ny omgång 1',
    'Alla företag 4',
  ]);
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/advisor',
    '/advisor?view=under-way',
    '/advisor?view=rounds-due',
    '/advisor?view=all',
  ]);
  expect(links[0]?.getAttribute('aria-current')).toBe('page');
});

test('goes to another list, and says which one is shown', async () => {
  await open([rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri', { referral: { status: 'accepted' } })]);

  await userEvent.click(view(/^Pågår/));

  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri']));
  expect(view(/^Pågår/).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('table', { name: 'Pågår' })).toBeTruthy();
});

test('tells what was withdrawn lately and when, folded, and never by whom', async () => {
  const site = new FakeAdvisingSite();
  const on = { organisationId, withdrawnAt: '2026-02-03T12:00:00.000Z' };
  site.queue.withdrawn = [
    { ...on, purpose: 'result' },
    { ...on, purpose: 'result' },
    { ...on, purpose: 'contact' },
  ];
  await open([rowOf(1, 'Smedjan AB')], paths.advisor(), site);

  const summary = screen.getByText('3 samtycken har tagits tillbaka de senaste 30 dagarna');
  const folded = summary.closest('details');
  expect(folded?.open).toBe(false);
  const lines = within(folded as HTMLElement).getAllByRole('listitem', { hidden: true });
  expect(lines.map((line) => line.textContent)).toEqual([
    'Resultat, 3 februari 2026: 2 företag',
    'Förfrågan om kontakt, 3 februari 2026',
  ]);
});

test.each([
  ['', 'Inget väntar på ert svar'],
  ['?view=under-way', 'Inget pågår'],
  ['?view=rounds-due', 'Det är inte dags för ny omgång för något företag'],
])('says so when the list %s is empty, and leads to all firms', async (search, words) => {
  await open([rowOf(1, 'Smedjan AB', { referral: { status: 'completed' } })], `/advisor${search}`);

  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Se alla företag' }).getAttribute('href')).toBe('/advisor?view=all');
  expect(screen.queryByRole('table')).toBeNull();
});

test('tells how a firm lets one in when none has', async () => {
  await open([]);

  expect(screen.getByText('Inget företag har släppt in er än')).toBeTruthy();
  expect(screen.getByText(/öppnar ”Vem ser oss”/)).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('says what is written down for the firm to see', async () => {
  await open([rowOf(1, 'Smedjan AB')]);

  expect(screen.getByText(/skrivs det upp, och företaget ser det/)).toBeTruthy();
});

test('leads whoever is not signed in to the sign-in, and back to the same list', async () => {
  const site = new FakeAdvisingSite();
  site.server.refused.set('countQueue', 'sign-in-required');

  const { router } = await openAdvising('/advisor?view=all', site);

  await screen.findByRole('heading', { level: 1, name: 'Logga in' });
  expect(router.state.location.search).toBe('?next=%2Fadvisor%3Fview%3Dall');
  expect(site.server.sent(listQueue)).toEqual([]);
});

test('does not tell through which organisation a firm is there to whoever advises for one', async () => {
  await open([{ ...rowOf(1, 'Smedjan AB'), organisationName: both('Stålklustret') }]);

  expect(rows()[0]?.textContent).not.toContain('Stålklustret');
});

test('tells through which organisation a firm is there to whoever advises for several', async () => {
  const site = new FakeAdvisingSite();
  site.otherOrganisations = ['Compare'];
  await open([rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri', { organisation: 2 })], paths.advisor(), site);

  expect(names()).toEqual(['Smedjan AB Stålklustret', 'Åby Gjuteri Compare']);
});

test('says how many meetings there are soon and today, and how many agreed steps are late; both lead to the meetings', async () => {
  const site = new FakeAdvisingSite();
  site.queue.meetings = { meetingsToday: 2, meetingsSoon: 5, stepsOverdue: 3 };
  await open([rowOf(1, 'Smedjan AB')], paths.advisor(), site);

  const soon = view(/^Möten inom sju dagar/);
  const late = view(/^Överenskomna steg som är sena/);
  expect([soon.textContent, late.textContent]).toEqual([
    'Möten inom sju dagar 5 2 i dag',
    'Överenskomna steg som är sena 3',
  ]);
  expect([soon, late].map((link) => link.getAttribute('href'))).toEqual([paths.meetingsAhead(), paths.meetingsAhead()]);
});

test('has no card for meetings where there are none', async () => {
  await open([rowOf(1, 'Smedjan AB')]);

  expect(screen.queryByRole('link', { name: /Möten inom sju dagar/ })).toBeNull();
  expect(screen.queryByRole('link', { name: /Överenskomna steg/ })).toBeNull();
});
