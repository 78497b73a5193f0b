import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import {
  both,
  choiceSource,
  draftOf,
  edited,
  itemEdit,
  ladderSource,
  smallSources,
} from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openDraft } from './open-editor.tsx';

const openDifference = (...edits: DraftEdit[]) =>
  openDraft(paths.draftDifference, FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits)));
const changes = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const shown = (code: string) =>
  screen.findByRole('heading', { level: 3, name: new RegExp(`^${code.replace('.', '\\.')}`) });
const reworded: DraftEdit = itemEdit('D1.1', { question: both('other') });
const meaning = (code: string) => {
  const change = screen.getByRole('heading', { level: 3, name: new RegExp(`^${code}`) }).parentElement as HTMLElement;
  return within(change).queryByRole('group', { name: 'Frågar frågan fortfarande efter samma sak?' });
};
const choose = (version: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: 'Jämför med' }), version);

describe('a draft beside the version it follows', () => {
  test('differs in nothing when nothing was changed', async () => {
    await openDifference();

    expect(await screen.findByText('Inget skiljer sig')).toBeDefined();
  });

  test('says of every question how it differs, and whether its answers can be compared', async () => {
    await openDifference(
      { kind: 'new-item', section: 'D1', item: ladderSource('D1.9') },
      { kind: 'remove-item', section: 'PM1', code: 'PM1.2' },
      reworded,
      itemEdit('D1.2', { weight: 5, appliesWhen: { sizeClass: ['10-49'] } }),
      { kind: 'item', section: 'D1', item: choiceSource('D1.3', { never: 1, weekly: 4 }) },
      { kind: 'order', section: 'IB', codes: ['IB.sales', 'IB.export'] },
    );

    await shown('D1.1');
    expect(changes()).toEqual([
      expect.stringMatching(/^IB\.(sales|export)flyttadsvaren kan jämföras$/),
      'D1.1omskrivensvaren jämförs inte',
      'D1.2annan viktställs till andrasvaren kan jämföras',
      'D1.3andra svar eller poängsvaren jämförs inte',
      'D1.9ny',
      'PM1.2borttagen',
    ]);
    // Eleven questions: two of the block, three and two of the areas, and two closing ones of either area. PM1.2 is
    // gone, so both versions ask ten; D1.1 is reworded and nothing said of it, D1.3 has other points: eight are left.
    expect(screen.getByText('8 av de 10 frågor som finns i båda versionerna kan jämföras mellan dem.')).toBeDefined();
  });

  test('shows the words before and after, in both languages', async () => {
    await openDifference(reworded);

    const table = await screen.findByRole('table', { name: 'Texterna i D1.1' });

    const rows = within(table).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Text', 'Före', 'Efter'],
      ['Fråga', 'D1.1 question på svenska\nD1.1 question in English', 'other på svenska\nother in English'],
    ]);
    expect(within(table).getByText('other på svenska').getAttribute('lang')).toBe('sv');
  });

  test('names the scoring, the forms and the other texts that differ', async () => {
    const { scoring, forms, scale } = smallSources.instrument;
    await openDifference(
      { kind: 'scoring', value: { ...scoring, version: 'v2', minimumShareAnswered: 0.5 } },
      { kind: 'forms', value: forms.map((form) => (form.code === 'deep' ? { ...form, minutes: 12 } : form)) },
      { kind: 'scale', value: { ...scale, bands: { ...scale.bands, low: both('at the start') } } },
    );

    const part = async (name: string) => (await screen.findByRole('region', { name })).textContent;
    expect(await part('Poäng')).toBe('PoängÄndrat: reglernas namn, andelen som måste vara besvarad.');
    expect(await part('Formulär')).toMatch(/Ändrat: deep form på svenska\.$/);
    const table = screen.getByRole('table', { name: 'Namn, skala och återkoppling som skiljer sig' });
    expect(within(table).getByRole('rowheader', { name: 'Skala, nivåband ”at the start på svenska”' })).toBeDefined();
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });
});

describe('words that every area shares', () => {
  test('are shown once, with how many areas have them', async () => {
    const { perDimension } = smallSources.instrument;
    const importance = { ...perDimension.importance, question: both('how much') };
    await openDifference({ kind: 'perDimension', value: { ...perDimension, importance } });

    const headings = await screen.findAllByRole('heading', { level: 3 });
    expect(headings.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^D1\.importance/)]);
    expect(screen.getByText('Samma i 1 område till.')).toBeDefined();
  });
});

describe('whether a reworded question still asks the same', () => {
  test('is stated here, and decides whether answers can be compared', async () => {
    const { site } = await openDifference(reworded);
    await shown('D1.1');
    expect(within(meaning('D1.1') as HTMLElement).queryByRole('radio', { checked: true })).toBeNull();

    await userEvent.click(screen.getByRole('radio', { name: 'Ja, med andra ord' }));

    await waitFor(() => expect(changes()).toEqual(['D1.1omskrivensvaren kan jämföras']));
    expect(screen.getByRole('radio', { name: 'Ja, med andra ord', checked: true })).toBeDefined();
    expect(site.sent('editDraft')).toMatchObject([{ edit: { kind: 'meaning', code: 'D1.1', meaning: 'kept' } }]);
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'kept' });
  });

  test('is not asked of a question that only weighs otherwise', async () => {
    await openDifference(itemEdit('D1.2', { weight: 5 }));

    await shown('D1.2');

    expect(meaning('D1.2')).toBeNull();
  });

  test('is stated once for a closing question of all areas', async () => {
    const { perDimension } = smallSources.instrument;
    const value = { ...perDimension, wish: { ...perDimension.wish, question: both('wish') } };
    const { site } = await openDifference({ kind: 'perDimension', value });
    await shown('D1.wish');

    await userEvent.click(within(meaning('D1.wish') as HTMLElement).getByRole('radio', { name: /^Nej, nu frågar/ }));

    await waitFor(() => {
      const stated = within(meaning('D1.wish') as HTMLElement).getByRole('radio', { checked: true });
      expect(stated.closest('div')?.textContent).toMatch(/^Nej, nu frågar den efter något annat/);
    });
    expect(site.draft.content.meanings).toEqual({ 'ALL.wish': 'changed' });
  });

  test('is not stated of words that somebody has changed meanwhile', async () => {
    const { site } = await openDifference(reworded);
    await shown('D1.1');
    site.editElsewhere(itemEdit('D1.1', { question: both('third') }));

    await userEvent.click(screen.getByRole('radio', { name: 'Ja, med andra ord' }));

    expect((await screen.findByRole('alert')).textContent).toMatch(/Bo har ändrat på samma ställe\. Inget gjordes/);
    expect(screen.getByText('third på svenska')).toBeDefined();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(site.draft.content.meanings).toEqual({});
  });

  test('that could not be stored says why', async () => {
    const { site } = await openDifference(reworded);
    await shown('D1.1');
    site.refused.set('editDraft', 'no-reply');

    await userEvent.click(screen.getByRole('radio', { name: 'Ja, med andra ord' }));

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });
});

describe('a draft beside an earlier version', () => {
  /** The second version rewords D1.1, which still asks the same, and gives D1.3 other points; the draft rewords D1.2. */
  function siteWithHistory(): FakeEditorSite {
    const site = new FakeEditorSite();
    const rescaled = choiceSource('D1.3', { never: 1, weekly: 4 });
    const second = edited(draftOf(smallSources), reworded, { kind: 'item', section: 'D1', item: rescaled });
    site.publish(smallSources);
    site.publish(second.sources, { 'D1.1': 'kept' });
    site.addDraft(edited(draftOf(second.sources), itemEdit('D1.2', { question: both('third') })));
    return site;
  }

  test('shows what both have changed, and compares over the version between', async () => {
    await openDraft(paths.draftDifference, siteWithHistory());
    await shown('D1.2');
    expect(changes()).toEqual(['D1.2omskrivensvaren jämförs inte']);

    await choose('Version 1');

    await shown('D1.1');
    expect(changes()).toEqual([
      'D1.1omskrivensvaren kan jämföras',
      'D1.2omskrivensvaren jämförs inte',
      'D1.3andra svar eller poängsvaren jämförs inte',
    ]);
  });

  test('asks for no meaning, and says against which version it is stated', async () => {
    await openDraft(paths.draftDifference, siteWithHistory());
    await shown('D1.2');

    await choose('Version 1');

    await shown('D1.1');
    expect(screen.getByText('Frågornas innebörd anges mot version 2, som utkastet följer på.')).toBeDefined();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('says so when the earlier version cannot be fetched', async () => {
    const { site } = await openDraft(paths.draftDifference, siteWithHistory());
    await shown('D1.2');
    site.refused.set('getVersion', 'service-unavailable');

    await choose('Version 1');

    await screen.findByRole('heading', { level: 1, name: /Något gick fel/ });
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });
});
