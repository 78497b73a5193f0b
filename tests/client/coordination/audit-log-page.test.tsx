import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { listAuditEvents } from '#shared/contracts/coordination.ts';
import { auditActions } from '#shared/domain/access/audit-actions.ts';
import { atInWords, eventOf } from './coordination-fixture.ts';
import { FakeCoordinationSite } from './fake-coordination-site.ts';
import { openCoordination, press } from './open-coordination.tsx';

const open = (search = '', site?: FakeCoordinationSite) => openCoordination(`${paths.auditLog()}${search}`, site);
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
const numbers = () => rows().map((row) => within(row).getAllByRole('cell')[0]?.textContent);
const follow = (name: string) => userEvent.click(screen.getByRole('link', { name }));

test('shows when, what, who, on what and the detail, the newest first', async () => {
  await open();

  const [first] = rows();
  const cells =
    first &&
    within(first)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(numbers()).toEqual(['7', '6', '5']);
  expect(first && within(first).getByRole('rowheader').textContent).toBe('Loggade in');
  expect(cells).toEqual(['7', atInWords, '…00000001', 'Inloggning …00000007', 'sätt: kod i mejl']);
});

test('has words for everything that the log tells of', async () => {
  const site = new FakeCoordinationSite();
  site.actions = auditActions;

  await open('', site);

  const options = within(screen.getByRole('combobox', { name: 'Vad' })).getAllByRole('option');
  const words = options.map((option) => option.textContent ?? '');
  expect(words.length).toBe(auditActions.length + 1);
  expect(new Set(words).size).toBe(words.length);
  for (const action of auditActions) expect(words).not.toContain(action);
});

test('says the detail in words, and as it was recorded where there are none', async () => {
  const site = new FakeCoordinationSite();
  const detail = {
    method: 'recovery-code',
    hasSecondFactor: true,
    role: 'advisor',
    change: 'factors-reset',
    receiver: 'regions',
    basis: 'legal-claim',
    kind: 'sign-in-code',
    firmId: '01900000-0000-7000-8000-00000000000f',
    count: 3,
    tempo: 'waltz',
  };
  site.events = [{ ...eventOf(1, 'signed-in'), detail }];

  await open('', site);

  expect(rows()[0]?.textContent).toContain(
    'sätt: återställningskod, andra steget gjort: ja, roll: Rådgivare, ändring: allt nollställt av en administratör, ' +
      'mottagare: regionerna, grund: ett rättsligt anspråk, mejl: Kod för inloggning, företag: …0000000f, antal: 3, ' +
      'tempo: waltz',
  );
});

test('says when nobody was signed in', async () => {
  const site = new FakeCoordinationSite();
  site.events = [{ ...eventOf(1, 'sign-in-failed'), actorPersonId: null }];

  await open('', site);

  expect(rows()[0]?.textContent).toContain('ingen inloggad');
});

test('leads to older events by an address of their own, and back', async () => {
  const { router, site } = await open();

  await follow('Visa äldre');

  await screen.findByText('Visa senaste');
  expect(router.state.location.search).toBe('?before=5');
  expect(numbers()).toEqual(['4', '3', '2']);
  expect(site.server.sent(listAuditEvents).at(-1)?.query).toEqual({ before: 5 });
  await follow('Visa senaste');
  await waitFor(() => expect(router.state.location.search).toBe(''));
});

test('ends where the log begins', async () => {
  await open('?before=2');

  expect(numbers()).toEqual(['1']);
  expect(screen.queryByRole('link', { name: 'Visa äldre' })).toBeNull();
});

test('shows one kind of event, also among the older ones', async () => {
  const { router, site } = await open();

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Vad' }), 'Loggade in');
  await screen.findByText('3');
  await follow('Visa äldre');

  await screen.findByText('Visa senaste');
  expect(router.state.location.search).toBe('?action=signed-in&before=3');
  expect(site.server.sent(listAuditEvents).at(-1)?.query).toEqual({ action: 'signed-in', before: 3 });
  expect(numbers()).toEqual(['1']);
});

test('shows everything when the address names an action that there is not', async () => {
  const { site } = await open('?action=danced');

  expect(site.server.sent(listAuditEvents).at(-1)?.query).toEqual({});
});

test('shows the newest when the address names no event', async () => {
  const { site } = await open('?before=-3');

  expect(site.server.sent(listAuditEvents).at(-1)?.query).toEqual({});
});

test('says so when there is no event', async () => {
  const site = new FakeCoordinationSite();
  site.events = [];

  await open('', site);

  expect(screen.getByText('Ingen händelse här')).toBeTruthy();
});

test('checks the log and says how much of it holds', async () => {
  await open();

  await press('Kontrollera loggen');

  await screen.findByText('Loggen är orörd');
  expect(
    screen.getByText(
      `Kontrollerad ${atInWords}. Händelser som hänger ihop utan glapp: 7. Märken utanför databasen som stämmer: 2.`,
    ),
  ).toBeTruthy();
});

test('says what a check without marks cannot see', async () => {
  const site = new FakeCoordinationSite();
  site.anchorCount = 0;
  await open('', site);

  await press('Kontrollera loggen');

  expect(await screen.findByText(/^Utan märken utanför databasen/)).toBeTruthy();
});

test.each([
  ['altered', 'Händelse 4 är inte som den skrevs: något i den har ändrats.'],
  ['missing', 'Händelse 4 saknas, eller står på fel plats.'],
  ['cut-off', 'Loggens slut är borta: händelse 4 har funnits, och finns inte längre.'],
  ['anchor-differs', 'Händelse 4 är en annan än den vars märke förvaras utanför databasen: loggen är omskriven.'],
] as const)('says where a log that is %s breaks, and what to do', async (kind, words) => {
  const site = new FakeCoordinationSite();
  site.fault = { sequence: 4, kind };
  await open('', site);

  await press('Kontrollera loggen');

  await screen.findByText('Loggen är inte orörd');
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText(/Återställ inget och radera inget/)).toBeTruthy();
});

test('says so when the log could not be checked', async () => {
  const site = new FakeCoordinationSite();
  site.server.refused.set('verifyAuditLog', 'no-reply');
  await open('', site);

  await press('Kontrollera loggen');

  expect((await screen.findByRole('alert')).textContent).toContain('Det kom inget svar.');
});
