import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { LastAnswer } from '#shared/domain/answers/last-time.ts';
import { newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const submittedAt = '2026-03-12T09:00:00.000Z';
const last = (
  itemCode: string,
  value: LastAnswer['value'],
  { isReworded = false, isTogether = false } = {},
): LastAnswer => ({
  itemCode,
  value,
  submittedAt,
  isReworded,
  isTogether,
});

function answeredBefore() {
  const site = newSite();
  site.answeredBefore([
    last('D1.1', { state: 'level', level: 2 }),
    last('D1.2', { state: 'level', level: 1 }, { isReworded: true }),
    last('D1.wish', { state: 'choice', choice: 'yes' }),
    last('D2.1', { state: 'number', number: 12.5 }),
  ]);
  return site;
}

const descriptionOf = (name: string): string => {
  const ids = screen.getByRole('radio', { name }).getAttribute('aria-describedby') ?? '';
  return ids
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
};

test('the answer of last time stands by its choice, and nothing is chosen', async () => {
  const { site } = await openAnswering('items/1', answeredBefore());

  expect(descriptionOf('planering 2')).toContain('Det som skickades in förra gången, 12 mars 2026');
  expect(descriptionOf('planering 3')).not.toContain('förra gången');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  expect(site.answers.size).toBe(0);
});

test('an answer to the question in other words is said to be one', async () => {
  await openAnswering('items/2', answeredBefore());

  expect(descriptionOf('mätning 1')).toContain(
    'Det som skickades in förra gången, 12 mars 2026, på frågan i andra ord',
  );
});

test('an answer that was put together of several is said to be one, beside the question and on the overview', async () => {
  const site = newSite();
  site.answeredBefore([last('D1.1', { state: 'level', level: 2 }, { isTogether: true })]);
  const { unmount } = await openAnswering('items/1', site);
  expect(descriptionOf('planering 2')).toContain(
    'Det som skickades in förra gången, 12 mars 2026, sammanvägt av vad flera svarade',
  );
  unmount();

  await openAnswering('overview', site);
  expect(screen.getByText(/där flera av er hade svarat är svaren sammanvägda/)).toBeDefined();
});

test('it stands there still when another choice is made', async () => {
  await openAnswering('items/1', answeredBefore());

  await userEvent.click(screen.getByRole('radio', { name: 'planering 3' }));

  expect(screen.getByRole('radio', { name: 'planering 3', checked: true })).toBeDefined();
  expect(descriptionOf('planering 2')).toContain('förra gången');
});

test('it is told on a screen with several questions, and of a figure beside its field', async () => {
  const { unmount } = await openAnswering('items/3', answeredBefore());
  expect(descriptionOf('Gärna')).toContain('Det som skickades in förra gången, 12 mars 2026');
  unmount();

  await openAnswering('items/4', answeredBefore());
  expect(screen.getByText(/^Det som skickades in förra gången, 12 mars 2026:/).parentElement?.textContent).toBe(
    'Det som skickades in förra gången, 12 mars 2026: 12,5 procent',
  );
  expect(screen.getByRole('textbox', { name: /Hur stor andel/ })).toHaveProperty('value', '');
});

test('the overview says how many there are to the questions that it counts, and that none counts', async () => {
  await openAnswering('overview', answeredBefore());

  expect(screen.getByText('3 svar från förra gången')).toBeDefined();
  expect(screen.getByText(/Inget är valt i förväg: svara som det är nu/)).toBeDefined();
  expect(screen.getByText(/Ni har svarat på 0 av 3 frågor/)).toBeDefined();
});

test('where they cannot be fetched the questions are answered all the same, and the overview says so', async () => {
  const site = newSite();
  site.answeredBefore('missing');
  const { unmount } = await openAnswering('items/1', site);
  expect(screen.getByRole('radio', { name: 'planering 2' })).toBeDefined();
  unmount();

  await openAnswering('overview', site);
  expect(screen.getByText(/gick inte att hämta/)).toBeDefined();
});

test('nothing is said or asked for where answers belong to no account', async () => {
  const { site } = await openAnswering('overview');

  expect(screen.queryByText(/förra gången/)).toBeNull();
  expect(site.requests.map(({ path }) => path).filter((path) => path.endsWith('/last-time'))).toEqual([]);
});
