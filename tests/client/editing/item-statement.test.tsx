import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openItem, press, saved, write } from './open-editor.tsx';

const content = edited(draftOf(smallSources), itemEdit('D1.1', { question: both('another') }));
const say = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const conflict = 'Bo har ändrat på samma ställe under tiden';

describe('whether a question still asks the same, when somebody else has said it meanwhile', () => {
  test('is not said otherwise unseen', async () => {
    const { site } = await openItem('D1.1', FakeEditorSite.withDraft(content));
    site.editElsewhere({ kind: 'meaning', code: 'D1.1', meaning: 'kept' });
    await say('Nej, nu frågar den efter något annat');

    await press('Spara i utkastet');

    expect(await screen.findByText(conflict)).toBeDefined();
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'kept' });
  });

  test('is said otherwise by whoever has seen it', async () => {
    const { site } = await openItem('D1.1', FakeEditorSite.withDraft(content));
    site.editElsewhere({ kind: 'meaning', code: 'D1.1', meaning: 'kept' });
    await say('Nej, nu frågar den efter något annat');
    await press('Spara i utkastet');
    await screen.findByText(conflict);

    await press('Spara min text över deras');

    await saved();
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'changed' });
  });

  test('is said anew and the question changed after that, as often as one likes', async () => {
    const { site } = await openItem('D1.1', FakeEditorSite.withDraft(content));
    const { revision } = site.draft;
    const savedAgain = (times: number) => waitFor(() => expect(site.draft.revision).toBe(revision + times));
    await say('Ja, med andra ord');
    await press('Spara i utkastet');
    await savedAgain(1);
    await say('Nej, nu frågar den efter något annat');
    await press('Spara i utkastet');
    await savedAgain(2);
    await write('Vikt', '3');
    await press('Spara i utkastet');

    await savedAgain(3);
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'changed' });
    expect(site.draft.content.sources.dimensions[0]?.items[0]?.weight).toBe(3);
  });

  test('does not disturb who changes anything else of the question', async () => {
    const { site } = await openItem('D1.1', FakeEditorSite.withDraft(content));
    site.editElsewhere({ kind: 'meaning', code: 'D1.1', meaning: 'kept' });
    await write('Vikt', '3');

    await press('Spara i utkastet');

    await saved();
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'kept' });
  });
});
