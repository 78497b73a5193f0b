import { i18n } from '@lingui/core';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { messages } from '#client/src/features/reviewing/locales/sv.po';
import { ReviewPage } from '#client/src/features/reviewing/review-page.tsx';
import { moveReview, saveReviewEntry } from '#shared/contracts/reviews.ts';
import { holdReplies } from '../held-replies.ts';
import { show } from '../ui/show.tsx';
import { entryOf, FakeReviewSite, place } from './fake-review-site.ts';
import { openReview } from './open-review.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));
const level = (number: number) => screen.getByRole('radio', { name: new RegExp(`nivå ${number}$`) });
const heading = (name: string) => screen.findByRole('heading', { level: 2, name });
const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Skäl/ });
const saved = () => screen.findByText(/^Sparat kl\./);
const sent = (site: FakeReviewSite) =>
  site.server.sent(saveReviewEntry).map(({ params, body }) => ({ ...(params as object), ...(body as object) }));
const isLeavingHeldBack = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('going through the answers', () => {
  test('begins at the first question with what the firm says, and says how far one has come', async () => {
    await openReview();

    await heading('Fråga D2.1?');
    expect(screen.getByText('Teknik · 1 av 10')).toBeDefined();
    expect(screen.getByText('3: D2.1 på nivå 3', { exact: false })).toBeDefined();
    expect(screen.getByText('0 av 10 genomgångna, 0 skiljer sig.')).toBeDefined();
    expect(screen.getByText('Bedöm minst en fråga, eller ett område som helhet.')).toBeDefined();
    expect(button('Lämna granskningen till företaget').getAttribute('aria-disabled')).toBe('true');
  });

  test('says that it saves while it does, and that it is saved only once the server has it', async () => {
    await openReview();
    const replies = holdReplies();
    await userEvent.click(level(1));

    expect(await screen.findByText('Sparar …')).toBeDefined();
    await waitFor(() => expect(replies.count()).toBe(1));
    replies.letThrough(0);

    expect(await saved()).toBeDefined();
  });

  test('saves the reason when the field is left, after the judgement and upon its revision', async () => {
    const { site } = await openReview();
    await userEvent.click(level(1));
    await saved();
    await userEvent.type(reason(), 'Ingen plan');
    await userEvent.tab();

    await waitFor(() =>
      expect(sent(site).at(-1)).toMatchObject({ subject: 'D2.1', reason: 'Ingen plan', baseRevision: 1 }),
    );
    expect(screen.queryByText(/^Skälet saknas fortfarande/)).toBeNull();
  });

  test('keeps what was judged and typed when no answer comes, holds back from leaving, and sends it again', async () => {
    const { site, router } = await openReview();
    site.server.refused.set('saveReviewEntry', 'no-reply');
    await userEvent.click(level(1));
    await userEvent.type(reason(), 'Ingen plan');
    await screen.findByText(/^Inte sparat\./);
    expect(isLeavingHeldBack()).toBe(true);

    await userEvent.click(screen.getByRole('link', { name: 'Granskningar av företaget' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Stanna kvar' }));
    expect(router.state.location.pathname).toContain('/reviews/');
    expect(reason().value).toBe('Ingen plan');

    site.server.refused.clear();
    await press('Försök nu');
    await saved();
    expect(site.entries.get('D2.1')).toMatchObject({ judgement: { level: 1 }, reason: 'Ingen plan' });
    expect(isLeavingHeldBack()).toBe(false);
  });

  test('goes by keyboard: figures judge, N and P go on and back, and none of them while one types', async () => {
    const { site } = await openReview();
    await userEvent.keyboard('1');
    expect(level(1)).toHaveProperty('checked', true);
    await userEvent.keyboard('n');
    expect(document.activeElement).toBe(await heading('Fråga D2.2?'));
    await userEvent.keyboard('p');
    expect(document.activeElement).toBe(await heading('Fråga D2.1?'));

    await userEvent.type(reason(), '2 nya maskiner');

    expect(reason().value).toBe('2 nya maskiner');
    expect(level(1)).toHaveProperty('checked', true);
    await heading('Fråga D2.1?');
    await waitFor(() => expect(site.entries.get('D2.1')?.reason).toBe('2 nya maskiner'));
  });
});

describe('what a colleague has judged meanwhile', () => {
  async function openConflict() {
    const opened = await openReview();
    opened.site.judgeElsewhere('D2.1', 2, 'Bara en station');
    await userEvent.click(level(1));
    const notice = await screen.findByRole('alert');
    return { ...opened, notice };
  }

  test('stands beside what one judged oneself, and nothing is overwritten', async () => {
    const { site, notice } = await openConflict();

    expect(notice.textContent).toContain('En kollega har ändrat det här under tiden: Fråga D2.1?');
    expect(notice.textContent).toContain('Bedömningen från Bo Lind: 2: D2.1 på nivå 2 Bara en station');
    expect(notice.textContent).toContain('Er: 1: D2.1 på nivå 1');
    expect(site.entries.get('D2.1')?.judgement).toEqual({ state: 'level', level: 2 });
    expect(level(1)).toHaveProperty('checked', true);
    expect(button('Lämna granskningen till företaget').getAttribute('aria-disabled')).toBe('true');
  });

  test('is kept when one says so', async () => {
    const { site } = await openConflict();
    await press('Behåll kollegans');

    expect(screen.queryByRole('alert')).toBeNull();
    expect(level(2)).toHaveProperty('checked', true);
    expect(reason().value).toBe('Bara en station');
    expect(sent(site)).toHaveLength(1);
  });

  test('gives way to one’s own once it was seen', async () => {
    const { site } = await openConflict();
    await press('Sätt mitt i stället');

    await saved();
    expect(site.entries.get('D2.1')?.judgement).toEqual({ state: 'level', level: 1 });
  });
});

describe('giving it to the firm', () => {
  const give = async () => {
    await press('Lämna granskningen till företaget');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Lämna granskningen' }),
    );
  };

  test('takes the reasons that are missing, each with the way there', async () => {
    await openReview(FakeReviewSite.with([entryOf('D2.1', 1), entryOf('D2.2', 1, '')]));
    await screen.findByText('Skäl saknas här:');

    await press('Fråga D2.2?');

    await heading('Fråga D2.2?');
    expect(screen.getByText(/^Skälet saknas fortfarande/)).toBeDefined();
  });

  test('gives what is judged, and shows it as it stands then', async () => {
    const { site } = await openReview(FakeReviewSite.with([entryOf('D2.1', 1)]));
    await heading('Fråga D2.1?');
    await give();

    expect(await screen.findByText('Granskningen är lämnad, och företaget får veta det med mejl.')).toBeDefined();
    expect(site.status).toBe('given');
    await waitFor(() => expect(button('Avsluta granskningen')).toBeDefined());
  });

  test('gives nothing as long as something that was judged could not be saved', async () => {
    const { site } = await openReview(FakeReviewSite.with([entryOf('D2.1', 1)]));
    await heading('Fråga D2.1?');
    site.server.refused.set('saveReviewEntry', 'no-reply');
    await userEvent.clear(reason());
    await userEvent.type(reason(), 'Ett annat skäl');
    await give();

    expect((await within(screen.getByRole('dialog')).findByRole('alert')).textContent).toContain('Det kom inget svar');
    expect(site.server.sent(moveReview)).toEqual([]);
    expect(reason().value).toBe('Ett annat skäl');

    site.server.refused.clear();
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Lämna granskningen' }));
    await waitFor(() => expect(site.status).toBe('given'));
    expect(site.entries.get('D2.1')?.reason).toBe('Ett annat skäl');
  });

  test('takes an empty draft back, and says that nothing of it is left', async () => {
    const { site } = await openReview(FakeReviewSite.with([entryOf('D2.1', 1)]));
    await heading('Fråga D2.1?');
    await press('Kasta utkastet');
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ta tillbaka och töm' }),
    );

    expect(await screen.findByText('Utkastet togs tillbaka')).toBeDefined();
    expect(site.entries.size).toBe(0);
  });
});

test('a review that is not there, or no longer open to the adviser, is said to be gone, with the way back', () => {
  i18n.load('sv', messages);
  show(<ReviewPage loaded={null} params={place} reviewsHref="/reviews" />);

  expect(screen.getByRole('heading', { level: 1, name: 'Granskning' })).toBeDefined();
  expect(screen.getByText(/^Det finns ingen sådan granskning/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Granskningar av företaget' }).getAttribute('href')).toBe('/reviews');
});
