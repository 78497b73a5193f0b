import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openItem, press, saved, typedIn, write } from './open-editor.tsx';

const follow = (name: string | RegExp) => userEvent.click(screen.getByRole('link', { name }));
const meaning = () => screen.queryByRole('group', { name: 'Frågar frågan fortfarande efter samma sak?' });

const theirs = { sv: 'Hur planerar ni veckan?', en: 'How do you plan the week?' };

/** Two people have the same question before them, and Bo is the first to save. */
async function openConflict() {
  const opened = await openItem('D1.1');
  opened.site.editElsewhere(itemEdit('D1.1', { question: theirs }));
  await write('Fråga, svenska', 'Hur styr ni arbetet?');
  await press('Spara i utkastet');
  await screen.findByText('Bo har ändrat på samma ställe under tiden');
  return opened;
}

describe('what somebody else has changed meanwhile', () => {
  test('is shown beside what one wrote oneself, and nothing is stored', async () => {
    const { site } = await openConflict();

    const table = screen.getByRole('table', { name: 'De två versionerna av D1.1' });
    const [head, ...rows] = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(head).toEqual(['Var', 'Er text', 'Deras text']);
    expect(rows).toEqual([
      ['Fråga, svenska', 'Hur styr ni arbetet?', theirs.sv],
      ['Fråga, engelska', 'D1.1 question in English', theirs.en],
    ]);
    expect(site.draft.changedBy).toBe('Bo');
    expect(typedIn('Fråga, svenska')).toBe('Hur styr ni arbetet?');
  });

  test('can be written over, once it was seen', async () => {
    const { site } = await openConflict();

    await press('Spara min text över deras');

    await saved();
    expect(screen.queryByRole('table')).toBeNull();
    expect(site.draft.content.sources.dimensions[0]?.items[0]?.question).toEqual({
      sv: 'Hur styr ni arbetet?',
      en: 'D1.1 question in English',
    });
  });

  test('is not written over when it has changed once more', async () => {
    const { site } = await openConflict();
    site.editElsewhere(itemEdit('D1.1', { question: both('third') }), 'Cia');

    await press('Spara min text över deras');

    expect(await screen.findByText('Cia har ändrat på samma ställe under tiden')).toBeDefined();
    expect(screen.getByText('third på svenska')).toBeDefined();
    expect(site.draft.changedBy).toBe('Cia');
  });

  test('can be taken, and worked on from there', async () => {
    const { site } = await openConflict();

    await press('Ta deras text');
    expect(typedIn('Fråga, svenska')).toBe(theirs.sv);
    expect(typedIn('Fråga, engelska')).toBe(theirs.en);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByText('Inte sparat än')).toBeNull();
    await write('Vikt', '2');
    await press('Spara i utkastet');

    await saved();
    expect(site.draft.content.sources.dimensions[0]?.items[0]).toMatchObject({ question: theirs, weight: 2 });
  });

  test('that was taken stands there also after going away and back', async () => {
    await openConflict();
    await press('Ta deras text');

    await follow('D1 på svenska');
    await follow(/^D1\.1/);

    await screen.findByRole('heading', { level: 1, name: 'D1.1' });
    expect(typedIn('Fråga, svenska')).toBe(theirs.sv);
  });

  test('may be that it was taken away: what one wrote stays in the fields', async () => {
    const { site } = await openItem('D1.1');
    site.editElsewhere({ kind: 'remove-item', section: 'D1', code: 'D1.1' });
    await write('Fråga, svenska', 'Hur styr ni arbetet?');

    await press('Spara i utkastet');

    expect(await screen.findByText('Det har tagits bort. Det ni skrev finns kvar i fälten.')).toBeDefined();
    expect(typedIn('Fråga, svenska')).toBe('Hur styr ni arbetet?');
  });

  test('at another place does not disturb', async () => {
    const { site } = await openItem('D1.1');
    site.editElsewhere(itemEdit('D1.2', { weight: 5 }));
    await write('Vikt', '3');

    await press('Spara i utkastet');

    await saved();
    expect(site.draft.content.sources.dimensions[0]?.items.map(({ weight }) => weight)).toEqual([3, 5, undefined]);
  });
});

describe('whether new words still ask the same', () => {
  test('is asked only when the words differ from the published ones', async () => {
    await openItem('D1.1');
    expect(meaning()).toBeNull();

    await write('Vikt', '3');
    expect(meaning()).toBeNull();
    await write('Nivå 3 (tre), engelska', 'Nearly all');
    expect(meaning()).not.toBeNull();
    await write('Nivå 3 (tre), engelska', 'most in English');

    await waitFor(() => expect(meaning()).toBeNull());
  });

  test('is asked also when a text or a size is taken away', async () => {
    await openItem('D1.2');

    await write(/^Hjälptext, svenska/, '');
    await write(/^Hjälptext, engelska/, '');

    expect(meaning()).not.toBeNull();
  });

  test('is sent with the question', async () => {
    const { site } = await openItem('D1.1');
    await write('Fråga, svenska', 'Hur planerar ni?');

    await userEvent.click(screen.getByRole('radio', { name: 'Ja, med andra ord' }));
    await press('Spara i utkastet');

    await saved();
    expect(site.sent('editDraft')).toMatchObject([{ edit: { meaning: 'kept' } }]);
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'kept' });
    expect(screen.getByRole('radio', { name: 'Ja, med andra ord', checked: true })).toBeDefined();
  });

  test('is asked again of words that are changed once more', async () => {
    const { site } = await openItem('D1.1');
    await write('Fråga, svenska', 'Hur planerar ni?');
    await userEvent.click(screen.getByRole('radio', { name: 'Ja, med andra ord' }));
    await press('Spara i utkastet');
    await saved();

    await write('Fråga, svenska', 'Hur många är ni?');
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    await press('Spara i utkastet');

    await waitFor(() => expect(site.draft.revision).toBe(3));
    expect(site.draft.content.meanings).toEqual({});
    await saved();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  test('is not asked of a question that was never published', async () => {
    const item = { ...smallSources.dimensions[0]?.items[0], code: 'D1.9' } as never;
    const content = edited(draftOf(smallSources), { kind: 'new-item', section: 'D1', item });
    await openItem('D1.9', FakeEditorSite.withDraft(content));

    await write('Fråga, svenska', 'Hur planerar ni?');

    await screen.findByText('Inte sparat än');
    expect(meaning()).toBeNull();
  });
});

describe('English that is left behind', () => {
  const stale = 'Engelskan är översatt från en tidigare svensk text:';
  const openStale = () => {
    const question = { sv: 'Hur planerar ni?', en: 'D1.1 question in English' };
    const content = edited(draftOf(smallSources), itemEdit('D1.1', { question }));
    return openItem('D1.1', FakeEditorSite.withDraft(content));
  };

  test('is said as soon as the Swedish alone was saved', async () => {
    await openItem('D1.1');
    expect(screen.queryByText(stale)).toBeNull();

    await write('Fråga, svenska', 'Hur planerar ni?');
    await press('Spara i utkastet');

    expect(await screen.findByText(stale)).toBeDefined();
    expect(screen.getByText('D1.1 question på svenska')).toBeDefined();
  });

  test('can be confirmed as still right', async () => {
    const { site } = await openStale();

    await press('Engelskan stämmer fortfarande: Fråga');

    await waitFor(() => expect(screen.queryByText(stale)).toBeNull());
    expect(site.sent('editDraft')).toMatchObject([{ edit: { kind: 'translation-confirmed', key: 'D1.1.question' } }]);
    expect(site.draft.content.translatedFrom).toEqual({});
  });

  test('is not confirmed for words that somebody has changed meanwhile', async () => {
    const { site } = await openStale();
    site.editElsewhere(itemEdit('D1.1', { question: { sv: 'Hur styr ni?', en: 'D1.1 question in English' } }));

    await press('Engelskan stämmer fortfarande: Fråga');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Bo har ändrat på samma ställe\. Inget gjordes/);
    expect(site.draft.content.translatedFrom).toEqual({ 'D1.1.question': 'D1.1 question på svenska' });
  });

  test('is not confirmed for a question that was taken away, and what one wrote stays', async () => {
    const { site } = await openStale();
    site.editElsewhere({ kind: 'remove-item', section: 'D1', code: 'D1.1' });
    await write('Vikt', '7');

    await press('Engelskan stämmer fortfarande: Fråga');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Bo har ändrat på samma ställe/);
    expect(typedIn('Vikt')).toBe('7');
  });

  test('says so when confirming it fails', async () => {
    const { site } = await openStale();
    site.refused.set('editDraft', 'service-unavailable');

    await press('Engelskan stämmer fortfarande: Fråga');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Tjänsten kan inte svara/);
    expect(screen.getByText(stale)).toBeDefined();
  });

  test('is right again when it is translated', async () => {
    await openStale();

    await write('Fråga, engelska', 'How do you plan?');
    await press('Spara i utkastet');

    await waitFor(() => expect(screen.queryByText(stale)).toBeNull());
  });
});

describe('leaving with words that are not saved', () => {
  const dialog = () => screen.findByRole('dialog', { name: 'Lämna utan att spara?' });

  test('asks first, and one can stay with everything typed', async () => {
    const { router } = await openItem('D1.1');
    await write('Fråga, svenska', 'Hur planerar ni?');
    await follow('D1 på svenska');

    await userEvent.click(within(await dialog()).getByRole('button', { name: 'Stanna kvar' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(router.state.location.pathname).toMatch(/items\/D1\.1$/);
    expect(typedIn('Fråga, svenska')).toBe('Hur planerar ni?');
  });

  test('asks first, and one can leave without them', async () => {
    const { site } = await openItem('D1.1');
    await write('Fråga, svenska', 'Hur planerar ni?');
    await follow('D1 på svenska');

    await userEvent.click(within(await dialog()).getByRole('button', { name: 'Lämna, och förlora det ni skrev' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'D1 D1 på svenska' })).toBeDefined();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.sent('editDraft')).toEqual([]);
    await follow('Våren');
    expect(await screen.findByRole('heading', { level: 1, name: 'Våren' })).toBeDefined();
  });

  test('asks nothing when all is saved, or is as it was', async () => {
    await openItem('D1.1');
    await write('Vikt', '3');
    await press('Spara i utkastet');
    await saved();
    await write('Vikt', '4');
    await write('Vikt', '3');

    await follow('D1 på svenska');

    expect(await screen.findByRole('heading', { level: 1, name: 'D1 D1 på svenska' })).toBeDefined();
  });

  test('holds the browser back from closing the tab, until they are saved', async () => {
    const isHeldBack = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await openItem('D1.1');
    expect(isHeldBack()).toBe(false);

    await write('Vikt', '3');
    expect(isHeldBack()).toBe(true);
    await press('Spara i utkastet');

    await saved();
    expect(isHeldBack()).toBe(false);
  });
});
