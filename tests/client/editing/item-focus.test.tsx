import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { button, field, openItem, press, saved, write } from './open-editor.tsx';

const siteWith = (...edits: DraftEdit[]) => FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits));
const focused = () => document.activeElement;
const stale = itemEdit('D1.1', { question: { sv: 'Hur planerar ni?', en: 'D1.1 question in English' } });

describe('where the focus goes when what held it is taken away', () => {
  test('a size note: to the button that adds one', async () => {
    const sizeNotes = [{ sizes: ['1-4' as const], text: both('note') }];
    await openItem('D1.1', siteWith(itemEdit('D1.1', { sizeNotes })));

    await press('Ta bort storleksnot 1');

    expect(focused()).toBe(button('Lägg till en storleksnot'));
  });

  test('a choice: to the button that adds one', async () => {
    await openItem('D1.3');
    await press('Lägg till ett alternativ');

    await press('Ta bort alternativ 3');

    expect(focused()).toBe(button('Lägg till ett alternativ'));
  });

  test('a part of a condition: to the button that adds one', async () => {
    const appliesWhen = { any: [{ sizeClass: ['1-4' as const] }, { sizeClass: ['5-9' as const] }] };
    await openItem('D1.3', siteWith(itemEdit('D1.3', { appliesWhen })));

    await press('Ta bort del 1 av villkoret');

    expect(focused()).toBe(button('Lägg till en del'));
  });

  test('the button for a condition: to its first field, and back', async () => {
    await openItem('D1.3');

    await press('Fråga bara vissa');
    expect(focused()).toBe(screen.getByRole('combobox', { name: 'Ställs när' }));
    await press('Fråga alla igen');

    expect(focused()).toBe(button('Fråga bara vissa'));
  });

  test('the word that the English is still right: to the English', async () => {
    await openItem('D1.1', siteWith(stale));

    await press('Engelskan stämmer fortfarande: Fråga');

    await waitFor(() => expect(focused()).toBe(field('Fråga, engelska')));
  });

  test('the word on words that have changed once more: nowhere', async () => {
    const { site } = await openItem('D1.1', siteWith(stale));
    site.editElsewhere(itemEdit('D1.1', { question: { sv: 'Hur styr ni?', en: 'D1.1 question in English' } }));

    await press('Engelskan stämmer fortfarande: Fråga');

    await screen.findByRole('alert');
    expect(focused()).toBe(button('Engelskan stämmer fortfarande: Fråga'));
  });
});

describe('where the focus goes after a conflict', () => {
  async function openConflict() {
    const opened = await openItem('D1.1');
    opened.site.editElsewhere(itemEdit('D1.1', { question: both('theirs') }));
    await write('Vikt', '3');
    await press('Spara i utkastet');
    await screen.findByText('Bo har ändrat på samma ställe under tiden');
    return opened;
  }

  test('to the word that theirs is in the fields now', async () => {
    await openConflict();

    await press('Ta deras text');

    expect(focused()?.textContent).toBe('Deras text står nu i fälten.');
  });

  test('to the word that mine was saved', async () => {
    await openConflict();

    await press('Spara min text över deras');

    await saved();
    await waitFor(() => expect(focused()?.textContent).toBe('Sparat i utkastet'));
  });

  test('to the field that must be put right before mine can be saved', async () => {
    await openConflict();
    await write('Vikt', '11');

    await press('Spara min text över deras');

    await waitFor(() => expect(focused()).toBe(field('Vikt')));
    expect(screen.getByRole('table')).toBeDefined();
  });

  test('nowhere while mine could not be saved', async () => {
    const { site } = await openConflict();
    site.refused.set('editDraft', 'no-reply');

    await press('Spara min text över deras');

    await screen.findByText(/Det kom inget svar/);
    expect(focused()).toBe(button('Spara min text över deras'));
  });
});

describe('where the focus goes when saving fails', () => {
  test('to the sizes of a note that is for nobody', async () => {
    await openItem('D1.1');
    await press('Lägg till en storleksnot');
    await write('Storleksnot 1, svenska', 'Ett kalkylblad räcker.');
    await write('Storleksnot 1, engelska', 'A spreadsheet will do.');

    await press('Spara i utkastet');

    await screen.findByText('Välj minst en storlek.');
    const sizes = screen.getByRole('group', { name: 'För företag med' });
    expect(focused()).toBe(screen.getByRole('checkbox', { name: '1–4 anställda' }));
    expect(document.getElementById(sizes.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Fel: Välj minst en storlek.',
    );
    await userEvent.click(screen.getByRole('checkbox', { name: '1–4 anställda' }));
    expect(screen.queryByText('Välj minst en storlek.')).toBeNull();
  });

  test('to the condition under which nobody would be asked', async () => {
    const { site } = await openItem('D1.3', siteWith(itemEdit('D1.3', { appliesWhen: { sizeClass: ['1-4'] } })));
    const one = screen.getByRole('checkbox', { name: '1–4 anställda' });

    await userEvent.click(one);
    expect(one).toHaveProperty('checked', false);
    expect(one.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Välj minst en. Annars får ingen frågan.')).toBeDefined();
    await press('Spara i utkastet');

    expect(await screen.findByText(/^Inget sparades/)).toBeDefined();
    expect(focused()).toBe(one);
    expect(site.sent('editDraft')).toEqual([]);
    await userEvent.click(screen.getByRole('checkbox', { name: '250 anställda eller fler' }));
    await press('Spara i utkastet');
    await saved();
  });
});
