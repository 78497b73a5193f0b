import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import type { Language } from '#shared/domain/language.ts';
import { both, choiceSource, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openDraft, openItem, press, saved, write } from './open-editor.tsx';

const siteWith = (...edits: DraftEdit[]) => FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits));

const rows = async () => {
  const table = within(await screen.findByRole('table'));
  const [, ...others] = table.getAllByRole('row');
  return others.map((row) => [...row.children].map(({ textContent }) => textContent));
};

/** Somebody else has put this in the place of the question; here it only weighs 7. */
async function rowsAgainst(theirs: DraftEdit, language: Language = 'sv', site = FakeEditorSite.withDraft()) {
  const code = theirs.kind === 'item' ? theirs.item.code : '';
  await openItem(code, site, language);
  site.editElsewhere(theirs);
  await write(language === 'sv' ? 'Vikt' : 'Weight', '7');
  await press(language === 'sv' ? 'Spara i utkastet' : 'Save in the draft');
  return rows();
}

describe('two versions of a question are told apart in the words of its fields', () => {
  test('its texts, each in its language', async () => {
    const levels = [both('none'), both('some'), both('half'), { sv: 'nästan', en: 'most in English' }, both('all')];
    const change = { help: both('help'), sizeNotes: [{ sizes: ['1-4'], text: both('note') }], levels };

    expect(await rowsAgainst(itemEdit('D1.1', change as Partial<ItemSource>))).toEqual([
      ['Nivå 3 (tre), svenska', 'most på svenska', 'nästan'],
      ['Vikt', '7', '1'],
      ['Hjälptext, svenska', '(inget)', 'help på svenska'],
      ['Hjälptext, engelska', '(inget)', 'help in English'],
      ['Storleksnot 1, svenska', '(inget)', 'note på svenska'],
      ['Storleksnot 1, engelska', '(inget)', 'note in English'],
      ['Storleksnot 1, för företag med', '(inget)', '1–4 anställda'],
    ]);
    expect(screen.getByText('note in English').getAttribute('lang')).toBe('en');
    expect(screen.getByText('1–4 anställda', { selector: 'td span' }).getAttribute('lang')).toBeNull();
  });

  test('who is asked, and with which ways out', async () => {
    const change: Partial<ItemSource> = {
      forms: ['deep'],
      allowsDontKnow: false,
      allowsNotApplicable: true,
      appliesWhen: { any: [{ sizeClass: ['1-4', '5-9'] }, { not: { item: 'IB.export', choice: 'none' } }] },
    };

    expect(await rowsAgainst(itemEdit('D1.1', change))).toEqual([
      ['Formulär som har frågan', 'quick form på svenska, deep form på svenska', 'deep form på svenska'],
      [
        'Ställs när',
        'Alla som får formuläret får frågan.',
        'något av det här stämmer (storleken är någon av: 1–4 anställda, 5–9 anställda; det här stämmer inte (IB.export har alternativet ”none”))',
      ],
      ['Får besvaras med ”vet ej”', 'Ja', 'Nej'],
      ['Får besvaras med ”ej relevant för oss”', 'Nej', 'Ja'],
      ['Vikt', '7', '1'],
    ]);
  });

  test.each([
    ['sv', '0,5', 'Alternativ 1, poäng', 'Alternativ ”monthly”, poäng', 'Alternativ', 'Vikt', '(inget)'],
    ['en', '0.5', 'Choice 1, points', 'Choice “monthly”, points', 'Choices', 'Weight', '(nothing)'],
  ] as const)('its choices and points, in %s', async (language, half, first, added, choices, weight, nothing) => {
    const item = choiceSource('D1.3', { never: 0.5, monthly: 2, weekly: 4 });

    const found = await rowsAgainst({ kind: 'item', section: 'D1', item }, language);

    const places: readonly string[] = [first, added, choices, weight];
    expect(found.filter(([place]) => places.includes(place ?? ''))).toEqual([
      [choices, 'never, weekly', 'never, monthly, weekly'],
      [first, '0', half],
      [weight, '7', '1'],
      [added, nothing, '2'],
    ]);
  });

  test('its limits, with a decimal comma', async () => {
    const number = (changes: object) =>
      ({
        kind: 'item',
        section: 'D1',
        item: {
          code: 'D1.1',
          forms: ['quick'],
          question: both('number'),
          kind: 'number',
          minimum: -1,
          maximum: 10,
          decimals: 1,
          unit: both('kg'),
          ...changes,
        },
      }) as DraftEdit;

    expect(await rowsAgainst(number({ minimum: -1.5, decimals: 2 }), 'sv', siteWith(number({})))).toEqual([
      ['Lägst', '-1', '-1,5'],
      ['Decimaler', '1', '2'],
      ['Vikt', '7', '1'],
    ]);
  });

  test('what was said of its meaning, where one has said something oneself', async () => {
    const reworded = itemEdit('D1.1', { question: both('other') });
    const { site } = await openItem('D1.1', siteWith(reworded));
    site.editElsewhere({ kind: 'meaning', code: 'D1.1', meaning: 'changed' });
    await userEvent.click(screen.getByRole('radio', { name: 'Ja, med andra ord' }));

    await press('Spara i utkastet');

    expect(await rows()).toEqual([
      ['Frågar frågan fortfarande efter samma sak?', 'Ja, med andra ord', 'Nej, nu frågar den efter något annat'],
    ]);
    await press('Spara min text över deras');
    await saved();
    expect(site.draft.content.meanings).toEqual({ 'D1.1': 'kept' });
  });
});

describe('two versions of what belongs to the whole', () => {
  const { scoring, scale, perDimension } = smallSources.instrument;

  /** Somebody else has changed this part; here a field of it says something new. */
  async function rowsOf(theirs: DraftEdit, part: string, label: string, ...before: DraftEdit[]) {
    const { site } = await openDraft(paths.draftRules, siteWith(...before));
    site.editElsewhere(theirs);
    const region = within(screen.getByRole('region', { name: part }));
    await userEvent.type(region.getAllByRole('textbox', { name: label })[0] as HTMLElement, '2');
    await userEvent.click(region.getByRole('button', { name: /^Spara i utkastet/ }));
    return rows();
  }

  test('are told apart in the words of the scoring', async () => {
    const stagedLevels = [
      {
        code: 'process',
        part: 'process' as const,
        stages: [
          { stage: 1, requires: [] },
          { stage: 2, requires: [{ item: 'PM1.1', atLeast: 2.5 }] },
        ],
      },
    ];
    const names = { process: [1, 2].map((stage) => ({ name: both(`stage ${stage}`), meaning: both('meaning') })) };
    const bands = scoring.bands.map((band) => ({ ...band, from: band.from * 1.25 }));
    const theirs: DraftEdit = {
      kind: 'scoring',
      value: {
        ...scoring,
        bands,
        minimumShareAnswered: 0.625,
        ladderPoints: [0, 1, 2.25, 3, 4],
        gaps: [{ code: 'export', from: 'IB.export', to: 'IB.sales' }],
        stagedLevels: [
          {
            ...stagedLevels[0],
            stages: [
              { stage: 1, requires: [] },
              { stage: 2, requires: [] },
            ],
          },
        ] as never,
      },
    };

    const found = await rowsOf(
      theirs,
      'Poäng',
      'Reglernas namn',
      { kind: 'stagedLevels', value: names },
      { kind: 'scoring', value: { ...scoring, stagedLevels } },
    );

    expect(found).toEqual([
      ['Reglernas namn', 'v12', 'v1'],
      ['De fem nivåernas poäng, nivå 2 (två)', '2', '2,25'],
      ['Nivåbandens undre gränser, nivåband ”hög”', '2', '2,5'],
      ['Andel av ett områdes frågor som måste vara besvarade för att ge en nivå', '60 procent', '62,5 procent'],
      ['Arbetssätt som varje steg kräver, 2 stage 2 på svenska', 'PM1.1 minst 2,5', '(inget)'],
      ['skillnaderna mellan bakgrundsfrågor', '(inget)', 'IB.export – IB.sales'],
    ]);
  });

  test('are told apart in the words of the scale and of the closing questions', async () => {
    const bands = { ...scale.bands, low: { sv: 'i början', en: 'low' } };

    const found = await rowsOf({ kind: 'scale', value: { ...scale, bands } }, 'Skala', 'Nivå 1, svenska');

    expect(found).toEqual([
      ['Nivå 1, svenska', 'ett2', 'ett'],
      ['Nivåband ”låg”, svenska', 'låg', 'i början'],
    ]);
  });

  test('are told apart in the words of the closing questions', async () => {
    const wish = { ...perDimension.wish, question: { sv: 'Vill ni ha hjälp?', en: 'Do you want support?' } };

    const found = await rowsOf(
      { kind: 'perDimension', value: { ...perDimension, wish } },
      'Frågor som avslutar varje område',
      'Alternativ 1, svenska',
    );

    expect(found).toEqual([
      ['Betydelse om två år, alternativ 1, svenska', 'lite2', 'lite'],
      ['Önskan om stöd, fråga, svenska', 'Vill ni ha stöd?', 'Vill ni ha hjälp?'],
    ]);
  });
});
