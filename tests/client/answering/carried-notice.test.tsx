import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { level } from '../../support/small-instrument.ts';
import { fakeSite } from './fake-site.ts';
import { openAnswering } from './open-answering.tsx';
import { quickForm } from './quick-form.ts';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const names = { 'form.quick.name': 'Snabbkoll', 'form.digital.name': 'Digital mognad' };
const yes: Answer = { value: { state: 'choice', choice: 'yes' }, comment: '' };
const isNotice = /^Svaret är ert eget från ”/;

/** A response that goes on from earlier forms, with one answer brought along. */
function continuedSite(formCode = 'quick') {
  const site = fakeSite((language) => {
    const form = quickForm(language);
    return { ...form, texts: { ...form.texts, ...names } };
  });
  site.bringAlong(formCode, 'D1.1', level(2));
  return site;
}

test('an answer that came along says from where, and is chosen already', async () => {
  await openAnswering('items/1', continuedSite());

  expect(screen.getByText(isNotice).textContent).toBe(
    'Svaret är ert eget från ”Snabbkoll”. Ändra det om det inte längre stämmer, eller gå vidare.',
  );
  expect(screen.getByRole('radio', { name: 'planering 2', checked: true })).toBeDefined();
});

test('a question without such an answer says nothing of it', async () => {
  await openAnswering('items/2', continuedSite());

  expect(screen.queryByText(isNotice)).toBeNull();
});

test('an answer that is given again is no longer the earlier one', async () => {
  const { site } = await openAnswering('items/1', continuedSite());

  await userEvent.click(screen.getByRole('radio', { name: 'planering 4' }));

  await screen.findByText(/^Sparat/);
  expect(site.answers.get('D1.1')).toMatchObject({ answer: level(4), isCarried: false });
  expect(screen.queryByText(isNotice)).toBeNull();
});

test('a screen with several questions says once how many of its answers came along', async () => {
  const site = continuedSite();
  site.bringAlong('quick', 'D1.importance', yes);

  await openAnswering('items/3', site);

  expect(screen.getByText(/^1 svar här är ert eget från ”Snabbkoll”\. Ändra det om/)).toBeDefined();
  expect(screen.getAllByText(/från ”Snabbkoll”/)).toHaveLength(1);
});

test('a screen with several questions says no more of an answer that is given again', async () => {
  const site = continuedSite();
  site.bringAlong('quick', 'D1.importance', yes);
  site.bringAlong('quick', 'D1.wish', yes);
  await openAnswering('items/3', site);
  expect(screen.getByText(/^2 svar här är era egna från ”Snabbkoll”\. Ändra det som/)).toBeDefined();

  await userEvent.click(screen.getByRole('radio', { name: 'Nej tack' }));
  expect(await screen.findByText(/^1 svar här är ert eget/)).toBeDefined();
  await userEvent.click(screen.getByRole('radio', { name: 'Inte viktigt' }));

  expect(screen.queryByText(/från ”Snabbkoll”/)).toBeNull();
});

test('the overview counts the scored answers that came along as it counts the questions', async () => {
  const site = continuedSite();
  site.bringAlong('quick', 'D1.2', level(1));

  await openAnswering('overview', site);

  expect(screen.getByText('2 svar följde med från ”Snabbkoll”')).toBeDefined();
  expect(screen.getByText(/Ni har svarat på 2 av 3 frågor/)).toBeDefined();
  expect(
    screen.getByText(/Ni behöver inte svara på dem igen\. Där ett svar följde med står det på sidan/),
  ).toBeDefined();
});

test('the overview tells the scored answers that came along from the others', async () => {
  const site = continuedSite();
  site.bringAlong('quick', 'D1.importance', yes);
  site.bringAlong('quick', 'D1.wish', yes);

  await openAnswering('overview', site);

  expect(screen.getByText('1 svar följde med från ”Snabbkoll”, och det ni har sagt som inte ger poäng')).toBeDefined();
});

test('the overview of a response that continues none says nothing of it', async () => {
  await openAnswering('overview');

  expect(screen.queryByText(/följde med från/)).toBeNull();
});

test('several earlier forms are all named', async () => {
  await openAnswering('items/1', continuedSite('quick+digital'));

  expect(screen.getByText(isNotice).textContent).toMatch(/från ”Snabbkoll, Digital mognad”/);
});
