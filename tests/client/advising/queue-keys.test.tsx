import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { swedishDay } from '#client/src/lib/format.ts';
import { inDays, rowOf } from './queue-fixture.ts';
import { openQueue } from './queue-walk.ts';

const focused = () => document.activeElement?.textContent;
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`^Välj ${name},`) });

test('J and K go from firm to firm, X chooses, G goes to what can be done, Enter opens', async () => {
  const { router } = await openQueue();
  await userEvent.keyboard('j');
  expect(focused()).toBe('Smedjan AB');
  await userEvent.keyboard('jjj');
  expect(focused()).toBe('Hyttan');
  await userEvent.keyboard('k');
  expect(focused()).toBe('Åby Gjuteri');

  await userEvent.keyboard('x');
  expect(box('Åby Gjuteri').checked).toBe(true);
  await userEvent.keyboard('g');
  expect(document.activeElement?.textContent).toContain('1 vald');
  await userEvent.keyboard('jjx');
  await userEvent.keyboard('x');
  expect(box('Åby Gjuteri').checked).toBe(true);

  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toContain('/firms/'));
});

const header = (name: RegExp) => screen.getByRole('columnheader', { name });

test('each row says what gives it its place, and the column is marked', async () => {
  const dueAt = inDays(2);
  await openQueue(
    [rowOf(1, 'Smedjan AB', { referral: { status: 'accepted', answerDueAt: dueAt } })],
    '?view=under-way',
  );

  const day = Number(swedishDay(new Date(dueAt)).slice(-2));
  expect(screen.getByText(new RegExp(`^Skulle besvaras senast ${day}\\s`))).toBeTruthy();
  expect(header(/^Läge/).getAttribute('aria-sort')).toBe('ascending');
  expect(header(/^Företag/).getAttribute('aria-sort')).toBeNull();

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ordning' }), 'Senast ändrade först');
  await waitFor(() => expect(header(/^Läge/).getAttribute('aria-sort')).toBe('descending'));
  expect(screen.getByText(/^Ändrad /)).toBeTruthy();

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ordning' }), 'Namn');
  await waitFor(() => expect(header(/^Företag/).getAttribute('aria-sort')).toBe('ascending'));
});
