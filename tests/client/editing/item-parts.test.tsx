import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openDraft, openItem, press, saved, typedIn, wordsAt, write } from './open-editor.tsx';

const siteWith = (...edits: DraftEdit[]) => FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits));
const select = (name: string) => screen.getByRole('combobox', { name });
const choose = (name: string, option: string) => userEvent.selectOptions(select(name), option);
const optionsOf = (name: string) =>
  within(select(name))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
const tick = (name: string | RegExp) => userEvent.click(screen.getByRole('checkbox', { name }));

type Sent = { edit: { item: ItemSource } };
const sentItem = (site: FakeEditorSite) => (site.sent('editDraft').at(-1) as Sent | undefined)?.edit.item;

/** The item as it was saved with what was done. */
async function savedItem(site: FakeEditorSite) {
  await press('Spara i utkastet');
  await saved();
  return sentItem(site);
}

describe('who is asked', () => {
  const openWith = (appliesWhen: Condition) => openItem('D1.3', siteWith(itemEdit('D1.3', { appliesWhen })));

  test('is everybody, until a condition is added', async () => {
    const { site } = await openItem('D1.3');
    expect(screen.getByText('Alla som får formuläret får frågan.')).toBeDefined();

    await press('Fråga bara vissa');
    expect(screen.getByRole('combobox', { name: 'Ställs när' })).toHaveProperty('value', 'sizeClass');
    await tick('250 anställda eller fler');

    expect((await savedItem(site))?.appliesWhen).toEqual({ sizeClass: ['10-49', '50-249'] });
  });

  test('is everybody again when the condition is taken away', async () => {
    const { site } = await openWith({ chainRole: ['subcontractor'] });

    await press('Fråga alla igen');

    expect(await savedItem(site)).not.toHaveProperty('appliesWhen');
  });

  test.each<[string, Condition]>([
    ['branschen är någon av', { branch: ['metal-products-and-machinery'] }],
    ['rollen är någon av', { chainRole: ['own-product'] }],
    ['en tidigare fråga har minst nivån', { item: 'D1.1', atLeast: 1 }],
    ['en tidigare fråga har alternativet', { item: 'IB.export', choice: 'none' }],
    ['allt det här stämmer', { all: [{ sizeClass: ['10-49', '50-249', '250-plus'] }] }],
    ['det här stämmer inte', { not: { sizeClass: ['10-49', '50-249', '250-plus'] } }],
  ])('can be said by another kind of condition: %s', async (kind, condition) => {
    const { site } = await openWith({ sizeClass: ['1-4'] });

    await choose('Ställs när', kind);

    expect((await savedItem(site))?.appliesWhen).toEqual(condition);
  });

  test('can depend on questions that come earlier only, and fit the kind', async () => {
    const { site } = await openWith({ item: 'D1.1', atLeast: 1 });
    expect(optionsOf('Tidigare fråga')).toEqual(['D1.1', 'D1.2']);

    await choose('Tidigare fråga', 'D1.2');
    await choose('Lägsta nivå', '3');

    expect((await savedItem(site))?.appliesWhen).toEqual({ item: 'D1.2', atLeast: 3 });
  });

  test('offers no kind for which there is no earlier question', async () => {
    await openItem('IB.export', siteWith(itemEdit('IB.export', { appliesWhen: { sizeClass: ['1-4'] } })));

    expect(optionsOf('Ställs när')).toEqual([
      'storleken är någon av',
      'branschen är någon av',
      'rollen är någon av',
      'allt det här stämmer',
      'något av det här stämmer',
      'det här stämmer inte',
    ]);
  });

  test('by another question begins with a choice of that one', async () => {
    const { site } = await openWith({ item: 'IB.export', choice: 'some' });

    await choose('Tidigare fråga', 'IB.sales');
    expect(optionsOf('Alternativ')).toEqual(['none', 'some']);

    expect((await savedItem(site))?.appliesWhen).toEqual({ item: 'IB.sales', choice: 'none' });
  });

  test('can hold no more conditions inside each other than can be stored', async () => {
    // The innermost is the sixth: it can be a fact only.
    const sixth = { sizeClass: ['1-4' as const] };
    await openWith({ not: { not: { all: [{ any: [{ not: sixth }] }] } } });

    const kinds = screen.getAllByRole('combobox', { name: 'Ställs när' });
    const offered = kinds.map((kind) => within(kind).queryByRole('option', { name: 'allt det här stämmer' }) !== null);
    expect(offered).toEqual([true, true, true, true, true, false]);
  });

  test('can be several conditions, one inside the other', async () => {
    const { site } = await openWith({ any: [{ sizeClass: ['1-4'] }, { not: { item: 'D1.1', atLeast: 2 } }] });

    const kinds = screen.getAllByRole('combobox', { name: 'Ställs när' });
    expect(kinds.map((kind) => (kind as HTMLSelectElement).value)).toEqual(['any', 'sizeClass', 'not', 'atLeast']);
    await choose('Lägsta nivå', '4');
    await press('Lägg till en del');
    await press('Ta bort del 1 av villkoret');

    expect((await savedItem(site))?.appliesWhen).toEqual({
      any: [{ not: { item: 'D1.1', atLeast: 4 } }, { sizeClass: ['10-49', '50-249', '250-plus'] }],
    });
  });
});

describe('size notes', () => {
  test('can be added, with the sizes they are for', async () => {
    const { site } = await openItem('D1.1');

    await press('Lägg till en storleksnot');
    await tick('5–9 anställda');
    await tick('1–4 anställda');
    await write('Storleksnot 1, svenska', 'Ett kalkylblad räcker.');
    await write('Storleksnot 1, engelska', 'A spreadsheet will do.');

    expect((await savedItem(site))?.sizeNotes).toEqual([
      { sizes: ['1-4', '5-9'], text: { sv: 'Ett kalkylblad räcker.', en: 'A spreadsheet will do.' } },
    ]);
  });

  test('are for somebody', async () => {
    const { site } = await openItem('D1.1');
    await press('Lägg till en storleksnot');
    await write('Storleksnot 1, svenska', 'Ett kalkylblad räcker.');
    await write('Storleksnot 1, engelska', 'A spreadsheet will do.');

    await press('Spara i utkastet');

    expect(await screen.findByText('Välj minst en storlek.')).toBeDefined();
    expect(site.sent('editDraft')).toEqual([]);
  });

  test('can be taken away, and the others stay', async () => {
    const sizeNotes: ItemSource['sizeNotes'] = [
      { sizes: ['1-4'], text: both('first') },
      { sizes: ['5-9'], text: both('second') },
    ];
    const { site } = await openItem('D1.1', siteWith(itemEdit('D1.1', { sizeNotes })));

    await press('Ta bort storleksnot 1');

    expect(typedIn('Storleksnot 1, svenska')).toBe('second på svenska');
    expect((await savedItem(site))?.sizeNotes).toEqual([{ sizes: ['5-9'], text: both('second') }]);
  });

  test('for other sizes than the published ones ask whether the question is the same', async () => {
    const published = edited(
      draftOf(smallSources),
      itemEdit('D1.1', { sizeNotes: [{ sizes: ['1-4'], text: both('note') }] }),
    );
    await openItem('D1.1', FakeEditorSite.withDraft(published, published.sources));

    await tick('5–9 anställda');

    expect(screen.getByRole('group', { name: 'Frågar frågan fortfarande efter samma sak?' })).toBeDefined();
  });
});

describe('choices', () => {
  test('keep their code, and can be added with a code and points of their own', async () => {
    const { site } = await openItem('D1.3');
    const [first] = screen.getAllByRole('textbox', { name: 'Kod' });
    expect(first).toHaveProperty('readOnly', true);

    await press('Lägg till ett alternativ');
    const added = within(screen.getByRole('group', { name: 'Alternativ 3' }));
    await userEvent.type(added.getByRole('textbox', { name: 'Kod' }), 'monthly');
    await userEvent.type(added.getByRole('textbox', { name: /^Poäng/ }), '2,25');
    await write('Alternativ 3, svenska', 'Varje månad');
    await write('Alternativ 3, engelska', 'Every month');

    expect(await savedItem(site)).toHaveProperty('choices', [
      { code: 'never', points: 0, text: both('never') },
      { code: 'weekly', points: 4, text: both('weekly') },
      { code: 'monthly', points: 2.25, text: { sv: 'Varje månad', en: 'Every month' } },
    ]);
    expect(screen.getAllByRole('textbox', { name: 'Kod' }).at(-1)).toHaveProperty('readOnly', true);
  });

  test('are refused in words when the code or the points are none', async () => {
    const { site } = await openItem('D1.3');
    await press('Lägg till ett alternativ');
    const added = within(screen.getByRole('group', { name: 'Alternativ 3' }));
    await userEvent.type(added.getByRole('textbox', { name: 'Kod' }), 'Var månad');
    await userEvent.type(added.getByRole('textbox', { name: /^Poäng/ }), '5');

    await press('Spara i utkastet');

    expect(await added.findByText('Små bokstäver, siffror och bindestreck.')).toBeDefined();
    expect(added.getByText('0 till 4 i fjärdedelar.')).toBeDefined();
    expect(added.getAllByText('Skriv texten på båda språken.')).toHaveLength(2);
    expect(site.sent('editDraft')).toEqual([]);
  });

  test('can be taken away down to two', async () => {
    const { site } = await openItem('D1.3');
    expect(screen.queryByRole('button', { name: /^Ta bort alternativ/ })).toBeNull();
    await press('Lägg till ett alternativ');

    await press('Ta bort alternativ 3');

    expect(screen.queryByRole('group', { name: 'Alternativ 3' })).toBeNull();
    await write('Vikt', '2');
    expect(await savedItem(site)).toHaveProperty('choices.length', 2);
  });
});

describe('a new question', () => {
  const openNew = (site?: FakeEditorSite) => openDraft((draftId) => paths.draftNewItem(draftId, 'D1'), site);

  async function writeQuestion(code: string) {
    await write('Kod', code);
    await write('Fråga, svenska', 'Hur planerar ni?');
    await write('Fråga, engelska', 'How do you plan?');
  }

  test('is put last in its area, and then has a page of its own', async () => {
    const { site, router } = await openNew();
    await writeQuestion('D1.9');
    for (const [level, name] of ['noll', 'ett', 'två', 'tre', 'fyra'].entries()) {
      await write(`Nivå ${level} (${name}), svenska`, `steg ${level}`);
      await write(`Nivå ${level} (${name}), engelska`, `step ${level}`);
    }
    await tick('quick form på svenska');

    await press('Spara i utkastet');

    expect(await screen.findByRole('heading', { level: 1, name: 'D1.9' })).toBeDefined();
    expect(router.state.location.pathname).toMatch(/sections\/D1\/items\/D1\.9$/);
    expect(screen.queryByRole('dialog')).toBeNull();
    const levels = [0, 1, 2, 3, 4].map((level) => ({ sv: `steg ${level}`, en: `step ${level}` }));
    expect(site.sent('editDraft')).toEqual([
      {
        edit: {
          kind: 'new-item',
          section: 'D1',
          item: {
            code: 'D1.9',
            kind: 'ladder',
            forms: ['quick'],
            question: { sv: 'Hur planerar ni?', en: 'How do you plan?' },
            levels,
          },
        },
        seen: null,
      },
    ]);
    expect(site.draft.content.sources.dimensions[0]?.items.at(-1)?.code).toBe('D1.9');
  });

  test.each<[string, string, object]>([
    ['Ja eller nej', 'Poäng för ja', { kind: 'yes-no', points: { yes: 4, no: 4 } }],
    ['Fri text', 'Högsta antal tecken', { kind: 'text', maximumLength: 4 }],
  ])('can be of another kind: %s', async (kind, name, item) => {
    const { site } = await openNew();
    await writeQuestion('D1.9');
    await choose('Sorts fråga', kind);
    await write(new RegExp(`^${name}`), '4');
    if (kind === 'Ja eller nej') await write(/^Poäng för nej/, '4');

    await press('Spara i utkastet');

    await screen.findByRole('heading', { level: 1, name: 'D1.9' });
    expect(sentItem(site)).toMatchObject(item);
  });

  test('that asks for a number has limits and a unit', async () => {
    const { site } = await openNew();
    await writeQuestion('D1.9');
    await choose('Sorts fråga', 'Ett tal');
    await write('Lägst', 'noll');
    await write('Enhet, svenska', 'dagar');
    await write('Enhet, engelska', 'days');
    await press('Spara i utkastet');
    expect(await screen.findByText('Skriv ett tal.')).toBeDefined();

    await write('Lägst', '−2,5');
    await write('Decimaler', '1');
    await press('Spara i utkastet');

    await screen.findByRole('heading', { level: 1, name: 'D1.9' });
    expect(sentItem(site)).toMatchObject({
      minimum: -2.5,
      maximum: 100,
      decimals: 1,
      unit: { sv: 'dagar', en: 'days' },
    });
  });

  test('with choices has at least two, and not too many', async () => {
    const words = 'En fråga av den här sorten har minst två alternativ och högst 12.';
    const { site } = await openNew();
    await writeQuestion('D1.9');
    await choose('Sorts fråga', 'Ett alternativ av flera');
    await press('Spara i utkastet');
    expect(await screen.findByText(words)).toBeDefined();
    const group = screen.getByRole('group', { name: 'Alternativ' });
    expect(document.activeElement).toBe(group);
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(`Fel: ${words}`);

    await press('Lägg till ett alternativ');
    const added = within(screen.getByRole('group', { name: 'Alternativ 1' }));
    await userEvent.type(added.getByRole('textbox', { name: 'Kod' }), 'one');
    await press('Spara i utkastet');

    expect(await screen.findByText(words)).toBeDefined();
    expect(site.sent('editDraft')).toEqual([]);
  });

  test.each([
    ['d1 9', 'Skriv en kod, till exempel D1.9.'],
    ['PM1.9', 'Skriv en kod, till exempel D1.9.'],
    ['D1.2', 'Koden används redan i utkastet.'],
  ])('with the code %s is refused in words', async (code, words) => {
    const { site } = await openNew();
    await choose('Sorts fråga', 'Fri text');
    await writeQuestion(code);

    await press('Spara i utkastet');

    await screen.findByRole('alert');
    expect(wordsAt('Kod')).toContain(words);
    expect(site.sent('editDraft')).toEqual([]);
  });

  test('can depend on what comes before it, and not on the closing questions', async () => {
    await openNew();
    await press('Fråga bara vissa');

    await choose('Ställs när', 'en tidigare fråga har alternativet');

    expect(optionsOf('Tidigare fråga')).toEqual(['IB.export', 'IB.sales', 'D1.3']);
  });

  test('is checked while it is written', async () => {
    await openNew();
    await choose('Sorts fråga', 'Fri text');

    await writeQuestion('D1.9');
    await waitFor(() => expect(screen.getByText(/^Läsbarhet/)).toBeDefined());
    await write('Fråga, svenska', 'Hur ofta?');

    expect(await screen.findByText(/innehåller ”ofta”/)).toBeDefined();
  });
});
