import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';
import { referralIdOf, rowOf } from './queue-fixture.ts';

/* The work queue as an advisor walks through it, with a clock that the test moves. */

export const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
export const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
export const button = (name: string) => screen.getByRole('button', { name });
export const press = (name: string) => user.click(button(name));
export const choose = (name: string) =>
  user.click(screen.getByRole('checkbox', { name: new RegExp(`^Välj ${name},`) }));
export const chooseAll = () => user.click(screen.getByRole('checkbox', { name: 'Välj alla som visas' }));
export const names = () =>
  within(screen.getByRole('table'))
    .getAllByRole('rowheader')
    .map((each) => each.textContent?.trim());
export const report = () => screen.getByRole('group', { name: 'Det som görs' });
export const moves = (site: FakeAdvisingSite) =>
  site.server.sent(moveReferrals).map(({ params, body }) => ({ ...(params as object), ...(body as object) }));
export const seen = (...numbers: number[]) =>
  numbers.map((number) => ({ referralId: referralIdOf(number), revision: 1 }));

export async function openQueue(
  rows = [rowOf(1, 'Smedjan AB'), rowOf(2, 'Åby Gjuteri'), rowOf(3, 'Hyttan')],
  search = '',
) {
  const site = new FakeAdvisingSite();
  site.queue.rows = rows;
  const opened = await openAdvising(paths.advisor() + search, site);
  await screen.findByRole('table');
  return opened;
}
