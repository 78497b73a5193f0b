import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { DimensionSource } from '#shared/domain/instrument/source.ts';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { button, field, openDraft, press, saved, typedIn, wordsAt, write } from './open-editor.tsx';

const siteWith = (...edits: DraftEdit[]) => FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits));
const openSection = (section: string, site?: FakeEditorSite) =>
  openDraft((draftId) => paths.draftSection(draftId, section), site);
const order = () =>
  within(screen.getByRole('region', { name: 'Frågor' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent?.split(' ')[0]);
const storedOrder = (site: FakeEditorSite) => site.draft.content.sources.dimensions[0]?.items.map(({ code }) => code);
const heard = (words: string) => waitFor(() => expect(statuses()).toContain(words));
const statuses = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');

describe('the order of the questions', () => {
  test('is changed by a button, told and stored', async () => {
    const { site } = await openSection('D1');
    expect(order().slice(0, 3)).toEqual(['D1.1', 'D1.2', 'D1.3']);

    await press('Flytta upp D1.3');

    await heard('D1.3 är nu nummer 2.');
    expect(order().slice(0, 3)).toEqual(['D1.1', 'D1.3', 'D1.2']);
    expect(site.sent('editDraft')).toEqual([
      {
        edit: { kind: 'order', section: 'D1', codes: ['D1.1', 'D1.3', 'D1.2'] },
        seen: ['D1.1', 'D1.2', 'D1.3'],
      },
    ]);
    await press('Flytta ned D1.1');
    await heard('D1.1 är nu nummer 2.');
    expect(storedOrder(site)).toEqual(['D1.3', 'D1.1', 'D1.2']);
  });

  test('has an end at either side', async () => {
    const { site } = await openSection('D1');

    for (const name of ['Flytta upp D1.1', 'Flytta ned D1.3']) {
      await press(name);
      expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
    }
    expect(storedOrder(site)).toEqual(['D1.1', 'D1.2', 'D1.3']);
  });

  test('that somebody else has changed is shown, and can be changed from there', async () => {
    const { site } = await openSection('D1');
    site.editElsewhere({ kind: 'order', section: 'D1', codes: ['D1.3', 'D1.2', 'D1.1'] });

    await press('Flytta upp D1.2');

    await heard('Bo har ändrat på samma ställe. Inget gjordes. Titta igen.');
    expect(order().slice(0, 3)).toEqual(['D1.3', 'D1.2', 'D1.1']);
    await press('Flytta upp D1.2');
    await heard('D1.2 är nu nummer 1.');
    expect(storedOrder(site)).toEqual(['D1.2', 'D1.3', 'D1.1']);
  });

  test('that could not be stored says why, and stays', async () => {
    const { site } = await openSection('D1');
    site.refused.set('editDraft', 'no-reply');

    await press('Flytta upp D1.3');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    expect(order().slice(0, 3)).toEqual(['D1.1', 'D1.2', 'D1.3']);
  });
});

describe('a question', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Ta bort D1.2?' }));

  test('is taken away only when one says so twice', async () => {
    const { site } = await openSection('D1');

    await press('Ta bort D1.2');
    expect(dialog().getByText(/Publicerade versioner har den kvar/)).toBeDefined();
    expect(site.sent('editDraft')).toEqual([]);
    await userEvent.click(dialog().getByRole('button', { name: 'Ta bort frågan' }));

    await heard('Borttagen.');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(storedOrder(site)).toEqual(['D1.1', 'D1.3']);
    expect(document.activeElement).toBe(screen.getByRole('link', { name: /^D1\.3/ }));
  });

  test('that was taken away by mistake can be put back, as it was', async () => {
    const { site } = await openSection('D1');
    const before = site.draft.content.sources.dimensions[0]?.items.find(({ code }) => code === 'D1.2');
    await press('Ta bort D1.2');
    await press('Ta bort frågan');
    await heard('Borttagen.');

    await press('Lägg tillbaka D1.2');

    await heard('D1.2 är tillbaka, sist i listan.');
    expect(storedOrder(site)).toEqual(['D1.1', 'D1.3', 'D1.2']);
    expect(site.draft.content.sources.dimensions[0]?.items.at(-1)).toEqual(before);
    expect(screen.queryByRole('button', { name: 'Lägg tillbaka D1.2' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('link', { name: /^D1\.2/ }));
  });

  test('that is the last leaves the focus on the one before it', async () => {
    await openSection('PM1');

    await press('Ta bort PM1.2');
    await press('Ta bort frågan');

    await heard('Borttagen.');
    expect(document.activeElement).toBe(screen.getByRole('link', { name: /^PM1\.1/ }));
  });

  test('that somebody else has taken away goes from the list, and the focus stays in it', async () => {
    const { site } = await openSection('D1');
    await press('Ta bort D1.2');
    site.editElsewhere({ kind: 'remove-item', section: 'D1', code: 'D1.2' });

    await press('Ta bort frågan');

    await heard('Bo har ändrat på samma ställe. Inget gjordes. Titta igen.');
    expect(order().slice(0, 2)).toEqual(['D1.1', 'D1.3']);
    expect(document.activeElement).toBe(screen.getByRole('link', { name: /^D1\.3/ }));
  });

  test('stays when one thinks better of it', async () => {
    const { site } = await openSection('D1');
    await press('Ta bort D1.2');

    await userEvent.click(dialog().getByRole('button', { name: 'Avbryt' }));

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.sent('editDraft')).toEqual([]);
  });

  test('that is the last of its area cannot be taken away, and the page says so', async () => {
    const remove = (code: string): DraftEdit => ({ kind: 'remove-item', section: 'PM1', code });
    const { site } = await openSection('PM1', siteWith(remove('PM1.2')));

    await press('Ta bort PM1.1');
    await press('Ta bort frågan');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Ändringen passar inte/);
    expect(site.draft.content.sources.dimensions[1]?.items).toHaveLength(1);
  });

  test('that must be mended says how many times', async () => {
    await openSection('D1', siteWith(itemEdit('D1.2', { question: both('Varför!') })));

    // Two exclamation marks, Swedish and English, and new words of which the meaning is not said.
    expect(screen.getByText('3 att rätta')).toBeDefined();
  });

  test('can be added', async () => {
    await openSection('D1');

    await userEvent.click(screen.getByRole('link', { name: 'Lägg till en fråga' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'En ny fråga i D1' })).toBeDefined();
  });
});

describe('name and feedback', () => {
  const dimension = smallSources.dimensions[0] as DimensionSource;
  const band = (name: string) => within(screen.getByText(name, { selector: 'summary' }).parentElement as HTMLElement);
  const withoutFeedback: DraftEdit = {
    kind: 'section',
    section: 'D1',
    head: {
      name: dimension.name,
      about: dimension.about,
      bands: { ...dimension.bands, low: { meaning: both('meaning'), next: both('next') } },
    },
  };

  test('are saved as they are shown, with the feedback of every band', async () => {
    const { site } = await openSection('D1');
    const meaning = band('hög').getByRole('textbox', { name: 'Vad nivån innebär, svenska' });

    await write('Namn, svenska', 'Digitala arbetssätt');
    await userEvent.clear(meaning);
    await userEvent.paste('Maskinerna talar med varandra.');
    await press('Spara i utkastet');

    await saved();
    const { name, about, bands } = dimension;
    const high = { ...bands['high'], meaning: { ...both('meaning'), sv: 'Maskinerna talar med varandra.' } };
    expect(site.sent('editDraft')).toEqual([
      {
        edit: {
          kind: 'section',
          section: 'D1',
          head: { name: { ...name, sv: 'Digitala arbetssätt' }, about, bands: { low: bands['low'], high } },
        },
        seen: { name, about, bands },
      },
    ]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('D1 Digitala arbetssätt');
  });

  test('leave out feedback that is blank throughout', async () => {
    const { site } = await openSection('D1', siteWith(withoutFeedback));

    await write('Namn, svenska', 'Digitala arbetssätt');
    await press('Spara i utkastet');

    await saved();
    const bands = site.draft.content.sources.dimensions[0]?.bands;
    expect(bands?.['low']).toEqual({ meaning: both('meaning'), next: both('next') });
    expect(bands?.['high']).toEqual(dimension.bands['high']);
  });

  test('want all of the feedback when there is some, and open the band where a part is missing', async () => {
    const { site } = await openSection('D1', siteWith(withoutFeedback));
    const why = band('låg').getByRole('textbox', { name: 'Varför det spelar roll, svenska' });
    await userEvent.click(why);
    await userEvent.paste('Maskiner står när ingen vet.');
    expect(why.closest('details')?.open).toBe(false);

    await press('Spara i utkastet');

    await screen.findByRole('alert');
    expect(band('låg').getAllByText('Skriv texten på båda språken.')).toHaveLength(15);
    expect(why.closest('details')?.open).toBe(true);
    expect(band('hög').queryByText('Skriv texten på båda språken.')).toBeNull();
    expect(site.sent('editDraft')).toEqual([]);
  });

  test('of a block are its name and introduction', async () => {
    const { site } = await openSection('IB');
    expect(screen.getByRole('heading', { level: 2, name: 'Namn' })).toBeDefined();

    await write('Vad det handlar om, svenska', '');
    await press('Spara i utkastet');
    await screen.findByRole('alert');
    expect(wordsAt('Vad det handlar om, svenska')).toContain('Skriv texten på båda språken.');
    await write('Vad det handlar om, svenska', 'Företaget.');
    await press('Spara i utkastet');

    await saved();
    expect(site.sent('editDraft')).toMatchObject([
      { edit: { kind: 'section', section: 'IB', head: { name: both('block'), about: { sv: 'Företaget.' } } } },
    ]);
  });

  test('that somebody else has changed are shown side by side', async () => {
    const { site } = await openSection('D1');
    const { about, bands } = dimension;
    site.editElsewhere({ kind: 'section', section: 'D1', head: { name: both('theirs'), about, bands } });
    await write('Namn, svenska', 'Digitala arbetssätt');
    await press('Spara i utkastet');

    const table = await screen.findByRole('table', { name: /^De två versionerna av D1 på svenska/ });
    expect(
      within(table).getByRole('row', { name: 'Namn, svenska Digitala arbetssätt theirs på svenska' }),
    ).toBeDefined();
    await press('Ta deras text');

    await waitFor(() => expect(typedIn('Namn, svenska')).toBe('theirs på svenska'));
    expect(field('Namn, engelska')).toHaveProperty('value', 'theirs in English');
    expect(button('Spara i utkastet')).toBeDefined();
  });
});

test('an area that is not in the draft says so', async () => {
  await openSection('D7');

  expect(screen.getByRole('heading', { level: 1, name: 'Området finns inte i utkastet' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Till utkastet' })).toBeDefined();
});
