import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { rowOf } from './queue-fixture.ts';

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
const names = () => rows().map((row) => within(row).getByRole('rowheader').textContent?.trim());

test('shows the next page below, says how many there are by now, and goes to the first new row', async () => {
  const site = new FakeAdvisingSite();
  site.queue.pageLength = 2;
  await open([rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri'), rowOf(3, 'Hyttan')], paths.advisor(), site);
  expect(screen.getByText(/^2 förfrågningar visas/).textContent).toBe('2 förfrågningar visas. Det finns fler.');

  await userEvent.click(screen.getByRole('button', { name: 'Visa fler' }));

  await waitFor(() => expect(names()).toEqual(['Smedjan AB', 'Åby Gjuteri', 'Hyttan']));
  expect(screen.getByText(/^3 förfrågningar visas/).closest('[role=status]')).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Hyttan'));
  expect(screen.queryByRole('button', { name: 'Visa fler' })).toBeNull();
});

test('leaves out who has withdrawn when one comes back to the page, and reads as many rows as there were', async () => {
  const site = new FakeAdvisingSite();
  site.queue.pageLength = 1;
  await open([rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri'), rowOf(3, 'Hyttan')], paths.advisor(), site);
  await userEvent.click(screen.getByRole('button', { name: 'Visa fler' }));
  await waitFor(() => expect(rows().length).toBe(2));
  site.queue.rows = site.queue.rows.slice(1);

  fireEvent.focus(window);

  await waitFor(() => expect(names()).toEqual(['Åby Gjuteri', 'Hyttan']));
});

test('says in the usual words that the list did not come, and tries again', async () => {
  const site = new FakeAdvisingSite();
  site.server.refused.set('listQueue', 'service-unavailable');
  await open([rowOf(1, 'Smedjan AB')], paths.advisor(), site);
  expect((await screen.findByRole('alert')).textContent).toContain('Tjänsten kan inte svara just nu');
  site.server.refused.clear();

  await userEvent.click(screen.getByRole('button', { name: 'Försök igen' }));

  await waitFor(() => expect(names()).toEqual(['Smedjan AB']));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('shows a firm that agreed only to be named in a group without a way in, and what it agreed to', async () => {
  const named = rowOf(1, 'Smedjan AB', { facts: null, referral: null, purposes: ['cohort'] });
  await open([named, rowOf(2, 'Hyttan')], `${paths.advisor()}?view=all`);

  expect(screen.queryByRole('link', { name: 'Smedjan AB' })).toBeNull();
  const [first] = rows();
  expect(first === undefined ? '' : within(first).getByRole('rowheader').textContent).toContain('Nämns i en grupp');
  expect(screen.getByRole('link', { name: 'Hyttan' })).toBeTruthy();
});

test('shows the reviewed levels beside the own ones, and that the firm has replied', async () => {
  const coverage = { judged: 1, total: 42 };
  const review = { status: 'answered', digitalLevel: 2.4, processLevel: null, coverage } as const;
  await open([rowOf(1, 'Smedjan AB', { facts: { review } }), rowOf(2, 'Åby Gjuteri')]);
  const [reviewed, plain] = rows();
  expect(reviewed?.textContent).toMatch(
    /Digitalt 1,9.*Granskat: digitalt 2,4, arbetssätt – \(1 av 42 frågor bedömda\)\. Företaget har svarat/,
  );
  expect(plain?.textContent).not.toContain('Granskat');
});
