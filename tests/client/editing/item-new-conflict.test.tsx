import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { both, ladderSource } from '../../shared/instrument/small-sources.ts';
import { button, field, openDraft, press, typedIn, wordsAt, write } from './open-editor.tsx';

const theirs = { sv: 'Vad mäter ni?', en: 'What do you measure?' };

/** Two people write a new question under D1.9, and Bo is the first to save. */
async function openConflict() {
  const opened = await openDraft((draftId) => paths.draftNewItem(draftId, 'D1'));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sorts fråga' }), 'Fri text');
  await write('Kod', 'D1.9');
  await write('Fråga, svenska', 'Hur planerar ni?');
  await write('Fråga, engelska', 'How do you plan?');
  opened.site.editElsewhere({
    kind: 'new-item',
    section: 'D1',
    item: ladderSource('D1.9', { question: theirs, weight: 2 }),
  });
  await press('Spara i utkastet');
  await screen.findByText('Bo har lagt till en fråga med samma kod');
  return opened;
}

const codes = (site: Awaited<ReturnType<typeof openConflict>>['site']) =>
  site.draft.content.sources.dimensions[0]?.items.map(({ code }) => code);

describe('two new questions under one code', () => {
  test('are shown beside each other, and neither can be put in the place of the other', async () => {
    await openConflict();

    const table = within(screen.getByRole('table', { name: 'De två versionerna av D1.9' }));
    expect(table.getByRole('row', { name: 'Fråga, svenska Hur planerar ni? Vad mäter ni?' })).toBeDefined();
    expect(table.getByRole('row', { name: 'Sorts fråga Fri text Fem nivåer i ord' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Spara min text över deras' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Ta deras text' })).toBeNull();
  });

  test('both find a place when one of them is given another code', async () => {
    const { site } = await openConflict();

    await press('Välj en annan kod');
    expect(document.activeElement).toBe(field('Kod'));
    expect(await screen.findByText('Koden används redan i utkastet.')).toBeDefined();
    expect(wordsAt('Kod')).toContain('Koden används redan i utkastet.');
    expect(typedIn('Fråga, svenska')).toBe('Hur planerar ni?');
    await write('Kod', 'D1.10');
    await press('Spara i utkastet');

    expect(await screen.findByRole('heading', { level: 1, name: 'D1.10' })).toBeDefined();
    expect(codes(site)).toEqual(['D1.1', 'D1.2', 'D1.3', 'D1.9', 'D1.10']);
    expect(site.draft.content.sources.dimensions[0]?.items.at(-2)?.question).toEqual(theirs);
  });

  test('are not lost when one goes on under the same code: the field says that it is taken', async () => {
    const { site } = await openConflict();

    await press('Spara i utkastet');

    expect(await screen.findByText('Koden används redan i utkastet.')).toBeDefined();
    expect(document.activeElement).toBe(field('Kod'));
    expect(site.sent('editDraft')).toHaveLength(1);
  });

  test('lead to the one that was saved, once one leaves the other', async () => {
    const { router } = await openConflict();

    await userEvent.click(screen.getByRole('link', { name: 'Öppna deras fråga' }));
    await press('Lämna, och förlora det ni skrev');

    expect(await screen.findByRole('heading', { level: 1, name: 'D1.9' })).toBeDefined();
    expect(router.state.location.pathname).toMatch(/sections\/D1\/items\/D1\.9$/);
    expect(typedIn('Fråga, svenska')).toBe('Vad mäter ni?');
    expect(screen.queryByText('Sparat i utkastet')).toBeNull();
  });
});

describe('a new question that was saved', () => {
  const openSaved = async () => {
    const opened = await openDraft((draftId) => paths.draftNewItem(draftId, 'D1'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sorts fråga' }), 'Fri text');
    await write('Kod', 'D1.9');
    await write('Fråga, svenska', both('new').sv);
    await write('Fråga, engelska', both('new').en);
    await press('Spara i utkastet');
    await screen.findByRole('heading', { level: 1, name: 'D1.9' });
    return opened;
  };

  test('says so on its page, until something is written', async () => {
    await openSaved();

    const said = await screen.findByText('Sparat i utkastet');
    expect(said.closest('[role="status"]')).not.toBeNull();
    await write('Vikt', '3');

    expect(screen.queryByText('Sparat i utkastet')).toBeNull();
    expect(screen.getByText('Inte sparat än')).toBeDefined();
  });

  test('says once that a later change was saved', async () => {
    const { site } = await openSaved();

    await write('Vikt', '3');
    await press('Spara i utkastet');

    expect(await screen.findAllByText('Sparat i utkastet')).toHaveLength(1);
    expect(site.draft.content.sources.dimensions[0]?.items.at(-1)?.weight).toBe(3);
    expect(button('Spara i utkastet')).toBeDefined();
  });
});
