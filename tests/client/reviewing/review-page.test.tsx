import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { saveReviewEntry } from '#shared/contracts/reviews.ts';
import { firmId, organisationId } from '../advising/advising-fixture.ts';
import { openAdvising } from '../advising/open-advising.tsx';
import { leaveAnyway, leaveDialog, stay } from '../ui/leaving.ts';
import { entryOf, reviewId } from './fake-review.ts';

const saveLine = (words: RegExp) =>
  waitFor(
    () => {
      const line = screen.getAllByRole('status').find(({ textContent }) => words.test(textContent ?? ''));
      if (line === undefined) throw new Error(`nothing says ${words}`);
      return line.textContent;
    },
    { timeout: 4000 },
  );
const judge = (level: number) => userEvent.keyboard(String(level));
const back = () => userEvent.click(screen.getByRole('link', { name: 'Granskningar av företaget' }));
const list = () => screen.findByRole('heading', { level: 1, name: 'Granskningar av Smedjan AB' });

afterEach(() => vi.useRealTimers());

async function open() {
  const opened = await openAdvising(paths.firmReview(organisationId, firmId, reviewId));
  const kept = () => opened.site.reviewing.review.entries;
  return { ...opened, kept, refused: opened.site.server.refused };
}

test('a judgement that is not saved is asked about before it is left by a link', async () => {
  const { router, refused, kept } = await open();
  refused.set('saveReviewEntry', 'no-reply');
  await judge(3);
  await saveLine(/^Inte sparat/);
  await back();

  await stay();
  expect(router.state.location.pathname).toBe(paths.firmReview(organisationId, firmId, reviewId));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /nivå 3/ }).checked).toBe(true);

  await back();
  await leaveAnyway();
  await list();
  expect(kept()).toEqual([]);
});

test('what is saved, or can be saved in the moment of leaving, is not asked about', async () => {
  const { kept } = await open();
  await judge(3);
  await saveLine(/^Sparat kl/);
  fireEvent.change(screen.getByLabelText(/^Skäl/), { target: { value: 'Sett i verkstaden' } });
  await back();

  await list();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(kept()).toMatchObject([{ reason: 'Sett i verkstaden' }]);
});

test('whoever was asked leaves by itself once everything is saved after all', async () => {
  const { refused, kept } = await open();
  refused.set('saveReviewEntry', 'no-reply');
  await judge(3);
  await back();
  await leaveDialog();

  refused.clear();
  fireEvent(window, new Event('online'));

  await list();
  expect(kept()).toHaveLength(1);
});

test('is saved by itself when the network is back, and says so', async () => {
  const { refused, kept } = await open();
  refused.set('saveReviewEntry', 'no-reply');
  await judge(3);
  expect(await saveLine(/^Inte sparat/)).toContain('Nytt försök görs av sig självt.');

  refused.clear();
  fireEvent(window, new Event('online'));

  await saveLine(/^Sparat kl/);
  expect(kept()).toMatchObject([{ judgement: { state: 'level', level: 3 } }]);
});

test('is tried again when the reader comes back, and by itself after pauses that grow', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
  const { site, refused } = await open();
  const attempts = () => site.server.sent(saveReviewEntry).length;
  refused.set('saveReviewEntry', 'no-reply');
  fireEvent.click(screen.getByRole('radio', { name: /nivå 3/ }));
  // The pause in typing sends once more what is not there yet.
  await pass(1);
  const before = attempts();
  await pass(600);
  // More than one for every half minute would be too many, and none too few.
  expect(attempts() - before).toBeGreaterThan(15);
  expect(attempts() - before).toBeLessThan(30);

  refused.clear();
  fireEvent.focus(window);
  await pass(1);
  await saveLine(/^Sparat kl/);
  const after = attempts();
  await pass(600);
  expect(attempts()).toBe(after);
});

test('what the server refuses is not tried again by itself', async () => {
  const { site, refused } = await open();
  refused.set('saveReviewEntry', 'review-not-open');
  await judge(3);
  expect(await saveLine(/^Inte sparat/)).not.toContain('Nytt försök');
  // As long as the pause in typing, which tries once more.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const attempts = site.server.sent(saveReviewEntry).length;
  fireEvent(window, new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(site.server.sent(saveReviewEntry)).toHaveLength(attempts);
});

const conflictWith = async (changes: Parameters<typeof entryOf>[2]) => {
  const { site } = await open();
  site.reviewing.keep('D2.1', entryOf('D2.1', 1, { revision: 7, reason: 'Sett', ...changes }));
  await judge(3);
  return within(await screen.findByRole('alert'));
};

test('a conflict with oneself is called another tab, not a colleague', async () => {
  const notice = await conflictWith({ isOwn: true });
  expect(notice.getByText(/^Ni själva har ändrat det här i en annan flik:/)).toBeTruthy();
  expect(notice.getByText('I den andra fliken:')).toBeTruthy();
  expect(notice.queryByText(/kollega|Ada Ek/)).toBeNull();
  await userEvent.click(notice.getByRole('button', { name: 'Behåll den från den andra fliken' }));
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: /nivå 1/ }).checked).toBe(true));
});

test('a conflict with a colleague has the name of the colleague', async () => {
  const notice = await conflictWith({ isOwn: false, judgedBy: 'Bo Bredvid' });
  expect(notice.getByText(/^En kollega har ändrat det här under tiden:/)).toBeTruthy();
  expect(notice.getByText('Bedömningen från Bo Bredvid:')).toBeTruthy();
  expect(notice.getByRole('button', { name: 'Behåll kollegans' })).toBeTruthy();
});

test('the preview says how many questions of an area the reviewed level rests on', async () => {
  await open();
  await judge(3);
  const rule = await screen.findByRole('figure', { name: 'Teknik' });
  expect(rule.textContent).toMatch(/Granskat av Stålklustret: .* · 1 av 2 frågor bedömda/);
});
