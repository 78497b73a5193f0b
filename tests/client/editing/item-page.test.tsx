import { i18n } from '@lingui/core';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
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
import { button, field, openDraft, openItem, press, saved, typedIn, wordsAt, write } from './open-editor.tsx';

const checkbox = (name: string | RegExp) => screen.getByRole('checkbox', { name }) as HTMLInputElement;

const rich = ladderSource('D1.2', {
  weight: 2,
  help: both('help'),
  trace: both('trace'),
  subcontractor: both('job'),
  allowsDontKnow: false,
  allowsNotApplicable: true,
  sizeNotes: [{ sizes: ['1-4', '5-9'], text: both('note') }],
  forms: ['deep'],
});

const siteWith = (...edits: Parameters<typeof edited>[1][]) =>
  FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits));

describe('the fields of a question', () => {
  test('hold what the draft has', async () => {
    await openItem('D1.2', siteWith({ kind: 'item', section: 'D1', item: rich }));

    expect(screen.getByRole('heading', { level: 1, name: 'D1.2' })).toBeDefined();
    expect(typedIn('Fråga, svenska')).toBe('D1.2 question på svenska');
    expect(typedIn('Fråga, engelska')).toBe('D1.2 question in English');
    expect(typedIn(/^Fråga till legotillverkare, svenska/)).toBe('job på svenska');
    expect(typedIn(/^Hjälptext, engelska/)).toBe('help in English');
    expect(typedIn(/^Vad en besökare kan titta på, svenska/)).toBe('trace på svenska');
    expect(typedIn('Nivå 0 (noll), svenska')).toBe('none på svenska');
    expect(typedIn('Nivå 4 (fyra), engelska')).toBe('all in English');
    expect(typedIn('Storleksnot 1, svenska')).toBe('note på svenska');
    expect(checkbox('5–9 anställda').checked).toBe(true);
    expect(checkbox('10–49 anställda').checked).toBe(false);
    expect(checkbox('deep form på svenska').checked).toBe(true);
    expect(checkbox('quick form på svenska').checked).toBe(false);
    expect(checkbox(/vet ej/).checked).toBe(false);
    expect(checkbox(/ej relevant för oss/).checked).toBe(true);
    expect(typedIn('Vikt')).toBe('2');
  });

  test('count down to what fits a phone', async () => {
    await openItem('D1.1');

    await write('Fråga, svenska', 'x'.repeat(138));

    const group = field('Fråga, svenska').parentElement;
    expect(within(group as HTMLElement).getByText('2 tecken kvar')).toBeDefined();
  });

  test('are not there for a question that the draft does not have', async () => {
    await openItem('D1.9');

    expect(screen.getByRole('heading', { level: 1, name: 'Frågan finns inte i utkastet' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Till utkastet' })).toBeDefined();
  });
});

describe('saving a question', () => {
  test('sends exactly the question, without what nobody touched', async () => {
    const { site } = await openItem('D1.1');

    await write('Fråga, svenska', '  Hur planerar ni?  ');
    expect(screen.getByText('Inte sparat än')).toBeDefined();
    await press('Spara i utkastet');

    await saved();
    const before = ladderSource('D1.1');
    expect(site.sent('editDraft')).toEqual([
      {
        edit: {
          kind: 'item',
          section: 'D1',
          item: { ...before, question: { sv: 'Hur planerar ni?', en: 'D1.1 question in English' } },
        },
        seen: before,
      },
    ]);
  });

  test('sends everything that was said', async () => {
    const { site } = await openItem('D1.1');

    await write(/^Hjälptext, svenska/, 'Tänk på en vanlig vecka.');
    await write(/^Hjälptext, engelska/, 'Think of a usual week.');
    await userEvent.click(checkbox('quick form på svenska'));
    await userEvent.click(checkbox(/ej relevant för oss/));
    await write('Vikt', '3');
    await press('Spara i utkastet');

    await saved();
    const item = ladderSource('D1.1', {
      help: { sv: 'Tänk på en vanlig vecka.', en: 'Think of a usual week.' },
      forms: ['deep'],
      allowsNotApplicable: true,
      weight: 3,
    });
    expect(site.sent('editDraft')).toMatchObject([{ edit: { kind: 'item', section: 'D1', item } }]);
  });

  test('a help that is emptied is none', async () => {
    const { site } = await openItem('D1.2');

    await write(/^Hjälptext, svenska/, '');
    await write(/^Hjälptext, engelska/, '');
    await press('Spara i utkastet');

    await saved();
    expect(site.sent('editDraft')).not.toHaveProperty('0.edit.item.help');
  });

  test('twice in a row is seen against what was saved first', async () => {
    const { site } = await openItem('D1.1');

    await write('Vikt', '3');
    await press('Spara i utkastet');
    await saved();
    await write('Vikt', '4');
    await press('Spara i utkastet');

    await waitFor(() => expect(site.draft.revision).toBe(3));
    expect(site.sent('editDraft')).toHaveProperty('1.seen.weight', 3);
    await saved();
  });

  test('keeps what is typed before the reply, and knows that it is not saved', async () => {
    const { site } = await openItem('D1.1');
    await write('Fråga, svenska', 'Hur planerar ni?');
    const release = site.hold();
    await press('Spara i utkastet');

    await write('Fråga, svenska', 'Hur planerar ni arbetet?');
    await write('Vikt', '3');
    release();

    await waitFor(() => expect(site.draft.revision).toBe(2));
    await waitFor(() => expect(button('Spara i utkastet').getAttribute('aria-busy')).toBeNull());
    expect(typedIn('Fråga, svenska')).toBe('Hur planerar ni arbetet?');
    expect(screen.getByText('Inte sparat än')).toBeDefined();
    await press('Spara i utkastet');
    await saved();
    expect(site.draft.content.sources.dimensions[0]?.items[0]).toMatchObject({
      question: { sv: 'Hur planerar ni arbetet?' },
      weight: 3,
    });
  });

  test('that gets no reply says so, keeps what was typed, and can be tried again', async () => {
    const { site } = await openItem('D1.1');
    site.refused.set('editDraft', 'no-reply');
    await write('Fråga, svenska', 'Hur planerar ni?');

    await press('Spara i utkastet');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    site.refused.clear();
    await press('Spara i utkastet');

    await saved();
    expect(typedIn('Fråga, svenska')).toBe('Hur planerar ni?');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('after the session has ended says how to go on', async () => {
    const { site } = await openItem('D1.1');
    site.editorName = undefined;
    await write('Vikt', '3');

    await press('Spara i utkastet');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Logga in igen; det ni har skrivit finns kvar/);
    expect(typedIn('Vikt')).toBe('3');
  });
});

describe('what cannot be saved', () => {
  test('is said at the field, sends nothing and keeps everything typed', async () => {
    const { site } = await openItem('D1.1');
    await write('Nivå 2 (två), engelska', 'Halfway');

    await write('Fråga, svenska', '   ');
    await press('Spara i utkastet');

    expect((await screen.findByRole('alert')).textContent).toMatch(/ett fält här ovanför behöver rättas/);
    expect(wordsAt('Fråga, svenska')).toBe('Fel: Skriv texten på båda språken.');
    expect(field('Fråga, svenska').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('Fråga, svenska'));
    expect(site.sent('editDraft')).toEqual([]);
    expect(typedIn('Nivå 2 (två), engelska')).toBe('Halfway');
  });

  test('is an optional text in one language only', async () => {
    await openItem('D1.1');
    await write(/^Hjälptext, svenska/, 'Tänk på en vanlig vecka.');

    await press('Spara i utkastet');

    await screen.findByRole('alert');
    expect(wordsAt(/^Hjälptext, engelska/)).toBe('Fel: Skriv texten på båda språken.');
    expect(wordsAt(/^Hjälptext, svenska/)).toBe('');
  });

  test.each(['', 'mycket', '1,5', '11'])('is the weight ”%s”', async (typed) => {
    const { site } = await openItem('D1.1');
    await write('Vikt', typed);

    await press('Spara i utkastet');

    await screen.findByRole('alert');
    expect(wordsAt('Vikt')).toMatch(/Fel: Ett heltal från 0 till 10\.$/);
    expect(site.sent('editDraft')).toEqual([]);
  });

  test('is a text that is far too long', async () => {
    await openItem('D1.1');
    await write('Nivå 1 (ett), svenska', 'x'.repeat(2001));

    await press('Spara i utkastet');

    await screen.findByRole('alert');
    expect(wordsAt('Nivå 1 (ett), svenska')).toBe('Fel: Texten är för lång. Korta den.');
  });

  test('can be put right and saved', async () => {
    await openItem('D1.1');
    await write('Vikt', '11');
    await press('Spara i utkastet');
    await screen.findByRole('alert');

    await write('Vikt', '10');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Spara i utkastet');

    await saved();
  });
});

describe('the checks while one writes', () => {
  const warning = () => screen.queryByText('Det här skulle hindra att utkastet publiceras')?.parentElement?.textContent;

  test('say nothing of a question that can be published, nor of others', async () => {
    await openItem('D1.1', siteWith(itemEdit('D1.2', { question: both('Varför!') })));

    expect(warning()).toBeUndefined();
  });

  test.each([
    ['Fråga, svenska', 'x'.repeat(150), 'Texten på svenska har 150 tecken. Högst 140 får plats på en telefon.'],
    ['Fråga, engelska', 'How often?', 'Texten på engelska innehåller ”often”, som inte hör hemma i en fråga.'],
    ['Nivå 1 (ett), svenska', 'None på svenska', 'Två nivåer säger samma sak på svenska.'],
    ['Nivå 1 (ett), svenska', 'some in English', 'Engelskan är en kopia av svenskan.'],
  ])('of %s', async (name, typed, words) => {
    await openItem('D1.1');

    await write(name, typed);

    await waitFor(() => expect(warning()).toContain(words));
    await write(name, name.startsWith('Fråga') ? 'Hur?' : 'Lite');
    await waitFor(() => expect(warning()).toBeUndefined());
  });

  // Six texts of three words: "Mäter ni tiden", and five levels such as "none på svenska", each with one word longer
  // than six letters (svenska). 18 words in 6 sentences, 5 of them long: 18 / 6 + 100 x 5 / 18 = 3 + 27.8 = 31.
  test('tell how hard the Swedish is to read', async () => {
    await openItem('D1.1');

    await write('Fråga, svenska', 'Mäter ni tiden?');

    expect(await screen.findByText('Läsbarhet på svenska (LIX): 31, högst 50.')).toBeDefined();
  });

  // Five long words instead: 20 words in 6 sentences, 10 of them long: 20 / 6 + 100 x 10 / 20 = 3.3 + 50 = 53.
  test('warn when it is too hard', async () => {
    await openItem('D1.1');

    await write('Fråga, svenska', 'Dokumenteras kvalitetskontroller digitalt överallt kontinuerligt?');

    expect(await screen.findByText('Läsbarhet på svenska (LIX): 53, högst 50.')).toBeDefined();
    expect(warning()).toContain('Svårläst på svenska: LIX 53, högst 50. Kortare ord och meningar hjälper.');
  });

  test('wait while the question is not whole', async () => {
    await openItem('D1.1');

    await write('Fråga, svenska', '');

    await waitFor(() => expect(screen.queryByText(/^Läsbarhet/)).toBeNull());
  });
});

test('the page speaks English to who reads English', async () => {
  await openItem('D1.1', siteWith(itemEdit('D1.1', { question: both('other') })), 'en');

  await write('Question, Swedish', '');
  await press('Save in the draft');

  await screen.findByRole('alert');
  expect(wordsAt('Question, Swedish')).toBe('Error: Write the text, in both languages.');
  expect(screen.getByRole('group', { name: 'Forms that ask it' })).toBeDefined();
  expect(typedIn('Level 3 (three), Swedish')).toBe('most på svenska');
});

test('numbers in fields follow the language of the page, and are read in both ways', async () => {
  const { site } = await openItem(
    'D1.3',
    siteWith({ kind: 'item', section: 'D1', item: choiceSource('D1.3', { never: 0.25, weekly: 2.5 }) }),
    'en',
  );
  const points = () =>
    screen.getAllByRole('textbox', { name: /^(Points|Poäng)/ }).map((each) => (each as HTMLInputElement).value);
  expect(points()).toEqual(['0.25', '2.5']);

  act(() => i18n.activate('sv'));
  expect(points()).toEqual(['0,25', '2,5']);
  const [first, second] = screen.getAllByRole('textbox', { name: /^Poäng/ });
  await userEvent.clear(first as HTMLElement);
  await userEvent.type(first as HTMLElement, '1.5');
  await userEvent.clear(second as HTMLElement);
  await userEvent.type(second as HTMLElement, '3,75');
  await press('Spara i utkastet');

  await saved();
  expect(site.sent('editDraft')).toHaveProperty('0.edit.item.choices.0.points', 1.5);
  expect(site.sent('editDraft')).toHaveProperty('0.edit.item.choices.1.points', 3.75);
});

test('a question of a block has its own section', async () => {
  const { router } = await openDraft((draftId) => paths.draftSection(draftId, 'IB'));

  await userEvent.click(screen.getByRole('link', { name: /^IB\.export/ }));

  await screen.findByRole('heading', { level: 1, name: 'IB.export' });
  expect(router.state.location.pathname).toMatch(/sections\/IB\/items\/IB\.export$/);
  expect(button('Spara i utkastet')).toBeDefined();
});
