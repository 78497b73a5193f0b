import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { answerReview, saveReviewReply } from '#shared/contracts/reviews.ts';
import { holdReplies } from '../held-replies.ts';
import { at } from '../submitted-response.ts';
import { entryOf, FakeReviewSite } from './fake-review-site.ts';
import { openOwnReview } from './open-review.tsx';

/** Of D2.1 the adviser says 1 where the firm says 3; of D2.2 both say 4. */
const given = () => FakeReviewSite.with([entryOf('D2.1', 1), entryOf('D2.2', 4, '')], 'given');
const button = (name: string) => screen.getByRole('button', { name });
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const own = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Hur ni ser det/ });
const save = () => userEvent.click(button('Spara svaret: Fråga D2.1?'));
const kept = () => screen.findByText(/^Sparat kl\..*Rådgivaren ser det när ni lämnar in svaren\./);
const sent = (site: FakeReviewSite) => site.server.sent(saveReviewReply).map(({ body }) => body);
const handOver = () => button('Lämna in svaren');
const isLeavingHeldBack = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('the firm’s reply', () => {
  test('is asked for where the two differ and nowhere else, with both sides beside it', async () => {
    await openOwnReview(given());

    expect(screen.getAllByRole('group', { name: /^Ert svar/ })).toHaveLength(1);
    expect(screen.getByText('”Sett i verkstaden”')).toBeDefined();
    expect(screen.getByText('Ställen som saknar ett sparat svar: 1.')).toBeDefined();
    expect(handOver().getAttribute('aria-disabled')).toBe('true');
  });

  test('is kept at once when they agree, and says so only when it is', async () => {
    const { site } = await openOwnReview(given());
    const replies = holdReplies();
    await choose('Vi håller med');
    expect(await screen.findByText('Sparar …')).toBeDefined();
    await waitFor(() => expect(replies.count()).toBe(1));
    replies.letThrough(0);

    await kept();
    expect(sent(site)).toEqual([{ baseRevision: 0, reply: { view: 'agrees', words: '' } }]);
    expect(await screen.findByText('Varje ställe där ni skiljer er åt har ett svar.')).toBeDefined();
  });

  test('takes words where they see it differently, and stops asking for them once they are there', async () => {
    const { site } = await openOwnReview(given());
    await choose('Vi ser det annorlunda');
    await save();
    expect(screen.getByText('Säg hur ni ser det.')).toBeDefined();
    expect(sent(site)).toEqual([]);

    await userEvent.type(own(), 'Vi mäter det');
    expect(screen.queryByText('Säg hur ni ser det.')).toBeNull();
    await save();

    await kept();
    expect(sent(site)).toEqual([{ baseRevision: 0, reply: { view: 'differs', words: 'Vi mäter det' } }]);
  });

  test('keeps what was typed when no answer comes, and holds back from leaving with it', async () => {
    const { site, router } = await openOwnReview(given());
    await choose('Vi ser det annorlunda');
    await userEvent.type(own(), 'Vi mäter det');
    site.server.refused.set('saveReviewReply', 'no-reply');
    await save();
    expect((await screen.findByRole('alert')).textContent).toContain('Det kom inget svar');
    expect(own().value).toBe('Vi mäter det');
    expect(isLeavingHeldBack()).toBe(true);

    await userEvent.click(screen.getByRole('link', { name: 'Tillbaka till resultatet' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stanna kvar' }));
    expect(router.state.location.pathname).toContain('/reviews/');

    site.server.refused.clear();
    await save();
    await kept();
    expect(isLeavingHeldBack()).toBe(false);
  });

  test('goes by keyboard alone', async () => {
    const { site } = await openOwnReview(given());
    screen.getByRole('radio', { name: 'Vi ser det annorlunda' }).focus();
    await userEvent.keyboard(' ');
    own().focus();
    await userEvent.keyboard('Vi mäter det');
    button('Spara svaret: Fråga D2.1?').focus();
    await userEvent.keyboard('{Enter}');

    await kept();
    expect(sent(site)).toHaveLength(1);
  });
});

describe('what another owner of the firm has replied meanwhile', () => {
  async function openConflict() {
    const opened = await openOwnReview(given());
    const reply = { view: 'agrees' as const, words: 'Det stämmer' };
    opened.site.replies.set('D2.1', { code: 'D2.1', reply, revision: 3, repliedAt: at, repliedBy: 'Bo Lind' });
    await choose('Vi ser det annorlunda');
    await userEvent.type(own(), 'Vi mäter det');
    await save();
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('De håller med. Det stämmer');
    expect(own().value).toBe('Vi mäter det');
    return opened;
  }

  test('is kept when one says so', async () => {
    const { site } = await openConflict();
    await userEvent.click(button('Behåll deras'));

    await kept();
    expect(screen.getByRole('radio', { name: 'Vi håller med' })).toHaveProperty('checked', true);
    expect(sent(site)).toHaveLength(1);
  });

  test('gives way to one’s own once it was seen', async () => {
    const { site } = await openConflict();
    await userEvent.click(button('Sätt mitt i stället'));

    await kept();
    expect(sent(site).at(-1)).toEqual({ baseRevision: 3, reply: { view: 'differs', words: 'Vi mäter det' } });
  });
});

describe('handing the replies over', () => {
  const ask = async () => {
    await userEvent.click(handOver());
    return within(await screen.findByRole('dialog'));
  };

  test('waits for a reply that was changed and is not saved', async () => {
    const { site } = await openOwnReview(given());
    await choose('Vi ser det annorlunda');
    await userEvent.type(own(), 'Vi mäter det');
    await save();
    await kept();
    await userEvent.type(own(), ' sedan i maj');

    expect(screen.getByText('Ställen som saknar ett sparat svar: 1.')).toBeDefined();
    expect(handOver().getAttribute('aria-disabled')).toBe('true');
    await save();
    await kept();
    await waitFor(() => expect(handOver().getAttribute('aria-disabled')).toBeNull());
    await userEvent.click((await ask()).getByRole('button', { name: 'Lämna in' }));

    expect(await screen.findByText('Svaren är inlämnade.')).toBeDefined();
    expect(site.replies.get('D2.1')?.reply.words).toBe('Vi mäter det sedan i maj');
    await screen.findByText('Era svar är inlämnade, och rådgivaren ser dem.');
  });

  test('stays at the question when no answer comes', async () => {
    const site = given();
    const reply = { view: 'agrees' as const, words: '' };
    site.replies.set('D2.1', { code: 'D2.1', reply, revision: 1, repliedAt: at, repliedBy: null });
    await openOwnReview(site);
    site.server.refused.set('answerReview', 'no-reply');
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Lämna in' }));

    expect((await dialog.findByRole('alert')).textContent).toContain('Det kom inget svar');
    expect(site.server.sent(answerReview)).toHaveLength(1);
    expect(site.status).toBe('given');
  });
});

test('whoever may not reply reads it, and is told who does', async () => {
  const site = given();
  site.mayReply = false;
  await openOwnReview(site);

  expect(screen.getByText('Den som är ansvarig för företaget svarar.')).toBeDefined();
  expect(screen.queryByRole('group', { name: /^Ert svar/ })).toBeNull();
});

test('that nothing differs is said, and there is nothing to reply to', async () => {
  await openOwnReview(FakeReviewSite.with([entryOf('D2.2', 4, '')], 'given'));

  expect(screen.getByText('Inget skiljer sig')).toBeDefined();
  expect(screen.queryByRole('group', { name: /^Ert svar/ })).toBeNull();
});

test('the firm is spoken to, and not of', async () => {
  await openOwnReview(given());

  expect(screen.getByText(/0 granskade högre än ni säger, 1 lägre, 0 som ni inte hade gett någon nivå/)).toBeDefined();
  expect(screen.getByText(/^Romben är vad ni säger om er själva\./)).toBeDefined();
  expect(screen.getAllByText('Ni säger', { selector: 'dt' }).length).toBeGreaterThan(0);
  expect(screen.queryByText('Företaget säger')).toBeNull();
});
