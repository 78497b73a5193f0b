import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { level } from '../../support/small-instrument.ts';
import { fakeSite } from './fake-site.ts';
import { openAnswering } from './open-answering.tsx';
import { quickForm } from './quick-form.ts';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const names = { 'form.quick.name': 'Snabbkoll', 'form.digital.name': 'Digital mognad' };
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

test('the overview counts what came along, and says that it may be changed', async () => {
  const site = continuedSite();
  site.bringAlong('quick', 'D1.2', level(1));

  await openAnswering('overview', site);

  expect(screen.getByText('2 svar följde med från ”Snabbkoll”')).toBeDefined();
  expect(screen.getByText(/Ni behöver inte svara på dem igen/)).toBeDefined();
});

test('the overview of a response that continues none says nothing of it', async () => {
  await openAnswering('overview');

  expect(screen.queryByText(/följde med från/)).toBeNull();
});

test('several earlier forms are all named', async () => {
  await openAnswering('items/1', continuedSite('quick+digital'));

  expect(screen.getByText(isNotice).textContent).toMatch(/från ”Snabbkoll, Digital mognad”/);
});
