import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { assignReferrals } from '#shared/contracts/advisor-referrals.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { organisationId } from './advising-fixture.ts';
import { colleagueId, referralIdOf, rowOf } from './queue-fixture.ts';
import { button, choose, chooseAll, moves, names, openQueue, pass, press, report, seen, user } from './queue-walk.ts';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('offers nothing until something is chosen, and says how much is', async () => {
  await openQueue();
  expect(screen.queryByRole('button', { name: 'Anta' })).toBeNull();

  await choose('Smedjan AB');
  expect(screen.getByText('1 vald')).toBeTruthy();
  await chooseAll();
  expect(screen.getByText('3 valda')).toBeTruthy();
  await press('Välj ingen');

  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Välj alla som visas' }));
  expect(screen.queryByRole('button', { name: 'Anta' })).toBeNull();
});

test('leads from a row that is chosen past the rest of the list to what can be done', async () => {
  await openQueue();
  await choose('Smedjan AB');

  await user.tab();
  expect(document.activeElement?.textContent).toBe('Till det ni kan göra');
  await user.keyboard('{Enter}');
  await user.tab();
  await user.tab();

  expect(document.activeElement).toBe(button('Anta'));
});

test('offers only what can be done with all of those chosen', async () => {
  const accepted = rowOf(2, 'Åby Gjuteri', { referral: { status: 'accepted' } });
  const started = rowOf(3, 'Hyttan', { referral: { status: 'started' } });
  const purposes = ['contact'];
  const ended = rowOf(4, 'Sågen', { referral: { status: 'completed' }, purposes });
  const without = rowOf(5, 'Bruket', { referral: null, purposes });
  await openQueue([rowOf(1, 'Smedjan AB', { purposes }), accepted, started, ended, without], '?view=all');
  const offered = () =>
    within(screen.getByRole('group', { name: 'Med de valda' }))
      .getAllByRole('button')
      .map((each) => each.textContent);
  expect(screen.queryByRole('checkbox', { name: /Sågen|Bruket/ })).toBeNull();

  await choose('Smedjan AB');
  expect(offered()).toEqual(['Anta', 'Avböj', 'Lämna vidare', 'Ge till kollegan']);
  await choose('Åby Gjuteri');
  expect(offered()).toEqual(['Avböj', 'Lämna vidare', 'Påminn', 'Ge till kollegan']);
  await choose('Hyttan');
  expect(offered()).toEqual(['Påminn', 'Ge till kollegan']);
  expect(screen.getByText(/^De valda är i olika lägen/)).toBeTruthy();
});

test('gives requests to a colleague, and to nobody', async () => {
  const { site } = await openQueue();
  await choose('Smedjan AB');
  const fields = screen.getAllByRole('combobox', { name: 'Sköts av' });
  const giving = fields.at(-1) as HTMLElement;
  await waitFor(() =>
    expect(
      within(giving)
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['Välj någon', 'Ada Ek (jag själv)', 'Per Holm', 'Ingen']),
  );
  await user.selectOptions(giving, 'Per Holm');
  await press('Ge till kollegan');
  expect(report().textContent).toContain('1 förfrågan ges till Per Holm.');
  expect(report().textContent).not.toContain('e-post');

  await press('Gör det nu');

  await waitFor(() =>
    expect(site.server.sent(assignReferrals)[0]?.body).toEqual({ referrals: seen(1), personId: colleagueId }),
  );
  await waitFor(() => expect(screen.getAllByRole('row')[1]?.textContent).toContain('Per Holm'));
});

test('leaves those refused chosen, names them with the reason, and takes them as they are by then', async () => {
  const { site } = await openQueue();
  site.queue.refusals.set(referralIdOf(2), 'changed-meanwhile');
  await chooseAll();
  await press('Anta');
  const [, changed] = site.queue.rows;
  if (changed?.referral) changed.referral.revision = 5;

  await press('Gör det nu');

  await waitFor(() => expect(report().textContent).toContain('2 förfrågningar är antagna.'));
  const [refused] = within(report()).getAllByRole('listitem');
  expect(refused?.textContent).toBe('Åby Gjuteri: Den har ändrats under tiden. Se hur den är nu och försök igen.');
  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri']));
  expect(screen.getByText('1 vald')).toBeTruthy();
  await press('Anta');
  await press('Gör det nu');
  expect(moves(site).at(-1)).toMatchObject({ referrals: [{ referralId: referralIdOf(2), revision: 5 }] });
  await pass(1);
});

test.each([
  ['not-found', 'Företaget har tagit tillbaka förfrågan, eller så ligger den inte längre hos organisationen.'],
  ['not-possible-now', 'Det går inte från det läge där förfrågan är nu.'],
] as const)('says in words that a request is refused as %s', async (code, words) => {
  const { site } = await openQueue();
  site.queue.refusals.set(referralIdOf(1), code);
  await choose('Smedjan AB');
  await press('Anta');

  await press('Gör det nu');

  expect(await within(report()).findByText(new RegExp(words))).toBeTruthy();
});

test('sends what is chosen to each request’s own organisation', async () => {
  const { site } = await openQueue([
    rowOf(1, 'Smedjan AB'),
    rowOf(2, 'Åby Gjuteri', { organisation: 2 }),
    rowOf(3, 'Hyttan'),
  ]);
  await chooseAll();
  await press('Anta');

  await press('Gör det nu');

  await waitFor(() =>
    expect(moves(site)).toEqual([
      { organisationId, referrals: seen(1, 3), move: 'accept' },
      { organisationId: uuid('b', 2), referrals: seen(2), move: 'accept' },
    ]),
  );
  await pass(1);
});

test('sends more than a hundred in several requests, all at once', async () => {
  const { site } = await openQueue(Array.from({ length: 101 }, (_, index) => rowOf(index + 1, `Företag ${index}`)));
  site.queue.pageLength = 200;
  fireEvent.focus(window);
  await waitFor(() => expect(names().length).toBe(101));
  await chooseAll();
  await press('Anta');

  await press('Gör det nu');

  await waitFor(() => expect(report().textContent).toContain('101 förfrågningar är antagna.'));
  expect(moves(site).map((each) => (each as { referrals: unknown[] }).referrals.length)).toEqual([100, 1]);
});

test('says in the usual words that no answer came, and leaves everything chosen', async () => {
  const { site } = await openQueue();
  await chooseAll();
  await press('Anta');
  site.server.refused.set('moveReferrals', 'no-reply');

  await press('Gör det nu');

  expect((await within(report()).findByRole('alert')).textContent).toContain('Det kom inget svar');
  expect(screen.getByText('3 valda')).toBeTruthy();
});
