import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openDraft, press } from './open-editor.tsx';

const openPreview = (...edits: DraftEdit[]) =>
  openDraft(paths.draftPreview, FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits)));
const choose = (name: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name }), option);
const answer = (question: string, level: string) =>
  userEvent.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name: level }));
const next = () => press('Nästa');
const questions = () => screen.getAllByRole('group').map((group) => group.querySelector('legend')?.textContent);

describe('the preview', () => {
  test('asks what a firm is asked, page by page', async () => {
    await openPreview();

    // The block; three questions and the closing page of D1; one question of PM1, which the quick form asks, and its own.
    expect(screen.getByText('Sida 1 av 7')).toBeDefined();
    expect(questions()).toEqual(['IB.export question på svenska', 'IB.sales question på svenska']);
    await next();
    expect(screen.getByText('Sida 2 av 7')).toBeDefined();
    expect(questions()).toEqual(['D1.1 question på svenska']);
    await press('Tillbaka');

    expect(screen.getByText('Sida 1 av 7')).toBeDefined();
  });

  test('asks what another form asks, from the start', async () => {
    const { router } = await openPreview();
    await next();

    await choose('Formulär', 'deep form på svenska');

    expect(await screen.findByText('Sida 1 av 8')).toBeDefined();
    expect(router.state.location.search).toBe('?form=deep');
  });

  test('uses the words for the chosen role', async () => {
    await openPreview(itemEdit('D1.1', { subcontractor: both('job') }));
    await next();
    expect(questions()).toEqual(['job på svenska']);

    await choose('Roll', 'Egna produkter');

    expect(questions()).toEqual(['D1.1 question på svenska']);
  });

  test('shows the size note of the chosen size', async () => {
    const sizeNotes = [
      { sizes: ['10-49' as const], text: both('small') },
      { sizes: ['50-249' as const], text: both('large') },
    ];
    await openPreview(itemEdit('D1.1', { sizeNotes }));
    await next();
    expect(screen.getByText(/small på svenska/)).toBeDefined();

    await choose('Storlek', '50–249 anställda');

    expect(screen.getByText(/large på svenska/)).toBeDefined();
    expect(screen.queryByText(/small på svenska/)).toBeNull();
  });

  test('asks only whom a question is for, as the answers and the branch decide', async () => {
    await openPreview(
      itemEdit('D1.2', { appliesWhen: { item: 'D1.1', atLeast: 2 } }),
      itemEdit('D1.3', { appliesWhen: { branch: ['other-industry'] } }),
    );
    expect(screen.getByText('Sida 1 av 5')).toBeDefined();

    await next();
    await answer('D1.1 question på svenska', 'half på svenska');
    expect(screen.getByText('Sida 2 av 6')).toBeDefined();
    await choose('Bransch', 'Annan industri');
    expect(screen.getByText('Sida 2 av 7')).toBeDefined();
    await next();

    expect(questions()).toEqual(['D1.2 question på svenska']);
  });

  test('keeps the answers while one goes back and forth, and sends nothing', async () => {
    const { site } = await openPreview();
    await next();
    await answer('D1.1 question på svenska', 'most på svenska');
    await next();

    await press('Tillbaka');

    expect(screen.getByRole('radio', { name: 'most på svenska', checked: true })).toBeDefined();
    expect(site.requests.map(({ name }) => name).filter((name) => !/^(get|list)/.test(name))).toEqual([]);
  });

  test('says so when the form asks the firm nothing', async () => {
    const forms = smallSources.instrument.forms.map((form) => ({ ...form, sections: ['IB'] }));
    const none = { appliesWhen: { sizeClass: ['1-4' as const] } };
    await openPreview({ kind: 'forms', value: forms }, itemEdit('IB.export', none), itemEdit('IB.sales', none));

    expect(screen.getByText('Formuläret har inga frågor till det här företaget')).toBeDefined();
    await choose('Storlek', '1–4 anställda');

    expect(screen.getByText('Sida 1 av 1')).toBeDefined();
  });
});

describe('the result of a preview', () => {
  const rows = () =>
    within(screen.getByRole('table', { name: 'Nivåerna enligt utkastets regler' }))
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent));

  // D1 has weights 1, 2 and 1. D1.1 on level 3 and D1.2 on level 2 are three quarters of the weight, above the share of
  // 0.6 that is wanted: (1 x 3 + 2 x 2) / 3 = 2.33, in the band from 2. Of PM1 nothing is answered.
  test('are the levels by the rules of the draft', async () => {
    await openPreview();
    await next();
    await answer('D1.1 question på svenska', 'most på svenska');
    await next();
    await answer('D1.2 question på svenska', 'half på svenska');

    await press('Till resultatet');

    expect(rows()).toEqual([
      ['Område', 'Nivå', 'Nivåband'],
      ['D1 D1 på svenska', '2,3', 'hög'],
      ['PM1 PM1 på svenska', 'för få svar', ''],
    ]);
    await press('Till första frågan');
    expect(screen.getByText('Sida 1 av 7')).toBeDefined();
  });

  test('comes after the last page', async () => {
    await openPreview();
    for (let page = 1; page < 7; page += 1) await next();
    expect(screen.getByText('Sida 7 av 7')).toBeDefined();

    await press('Till resultatet');

    await waitFor(() => expect(rows()).toHaveLength(3));
  });
});
