import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import type { ScoringRules } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { InstrumentSource } from '#shared/domain/instrument/source.ts';
import { both, draftOf, edited, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openDraft } from './open-editor.tsx';

const { scale, forms, perDimension } = smallSources.instrument;
const staged: ScoringRules = {
  ...smallSources.instrument.scoring,
  minimumShareAnswered: 0.625,
  ladderPoints: [0, 0.5, 2, 3, 4],
  stagedLevels: [
    {
      code: 'process',
      part: 'process',
      stages: [
        { stage: 1, requires: [] },
        { stage: 2, requires: [{ item: 'PM1.1', atLeast: 2.5 }] },
      ],
    },
  ],
  gaps: [{ code: 'export', from: 'IB.export', to: 'IB.sales' }],
};
const stages: InstrumentSource['stagedLevels'] = {
  process: [
    { name: both('alone'), meaning: both('one person') },
    { name: both('shared'), meaning: both('one way') },
  ],
};

const openRules = (...edits: DraftEdit[]) => {
  const content = edited(
    draftOf(smallSources),
    { kind: 'stagedLevels', value: stages },
    { kind: 'scoring', value: staged },
    ...edits,
  );
  return openDraft(paths.draftRules, FakeEditorSite.withDraft(content));
};

/** One part of the page, which is saved by itself. */
function part(name: string) {
  const region = within(screen.getByRole('region', { name }));
  const field = (label: string | RegExp) => region.getByRole('textbox', { name: label }) as HTMLInputElement;
  return {
    ...region,
    field,
    write: async (label: string | RegExp, words: string) => {
      await userEvent.clear(field(label));
      if (words !== '') await userEvent.paste(words);
    },
    press: (label: string) => userEvent.click(region.getByRole('button', { name: label })),
    save: () => userEvent.click(region.getByRole('button', { name: `Spara i utkastet: ${name}` })),
    saved: () => region.findByText('Sparat i utkastet'),
  };
}
const scoring = () => part('Poäng');
const sentEdits = (site: FakeEditorSite) => site.sent('editDraft').map((body) => (body as { edit: DraftEdit }).edit);

describe('the scoring rules', () => {
  test('are shown with a decimal comma, the share in per cent', async () => {
    await openRules();

    const { field } = scoring();
    expect(['noll', 'ett', 'två', 'tre', 'fyra'].map((level) => field(level).value)).toEqual([
      '0',
      '0,5',
      '2',
      '3',
      '4',
    ]);
    expect(['låg', 'hög'].map((band) => field(band).value)).toEqual(['0', '2']);
    expect(field(/^Andel av ett områdes frågor/).value).toBe('62,5');
  });

  test('are saved as they are typed, and what has no field stays', async () => {
    const { site } = await openRules();
    const { write, save, saved } = scoring();

    await write('Reglernas namn', 'proposal-2');
    await write('ett', '1,25');
    await write('hög', '2,8');
    await save();

    await saved();
    expect(sentEdits(site)).toEqual([
      {
        kind: 'scoring',
        value: {
          ...staged,
          version: 'proposal-2',
          ladderPoints: [0, 1.25, 2, 3, 4],
          bands: [
            { code: 'low', from: 0 },
            { code: 'high', from: 2.8 },
          ],
        },
      },
    ]);
  });

  test.each([
    ['Reglernas namn', 'Förslag 2', 'Små bokstäver, siffror och bindestreck.'],
    ['ett', '0,3', '0 till 4 i fjärdedelar.'],
    ['ett', 'ett', '0 till 4 i fjärdedelar.'],
    ['hög', '4,5', '0 till 4.'],
    [/^Andel av ett områdes frågor/, '0', 'Över 0, högst 100.'],
    [/^Andel av ett områdes frågor/, '101', 'Över 0, högst 100.'],
  ])('refuse %s ”%s” in words', async (label, typed, words) => {
    const { site } = await openRules();
    const { write, save, findByText, field } = scoring();

    await write(label, typed);
    await save();

    expect(await findByText(words)).toBeDefined();
    expect(field(label).getAttribute('aria-invalid')).toBe('true');
    expect(field(label).value).toBe(typed);
    expect(sentEdits(site)).toEqual([]);
  });
});

describe('the practices of a stage', () => {
  const stage = () => within(scoring().getByText('2 shared på svenska').closest('details') as HTMLElement);

  test('can be changed, added and taken away', async () => {
    const { site } = await openRules();
    expect(scoring().getByRole('group', { name: 'Arbetssätt som varje steg kräver' })).toBeDefined();
    expect(stage().getByRole('textbox', { name: 'Poäng, minst' })).toHaveProperty('value', '2,5');

    await userEvent.click(stage().getByRole('button', { name: 'Lägg till ett arbetssätt' }));
    const [, added] = stage().getAllByRole('combobox', { name: 'Fråga' });
    await userEvent.selectOptions(added as HTMLElement, 'PM1.2');
    expect(stage().getByRole('button', { name: 'Ta bort PM1.2 från 2 shared på svenska' })).toBeDefined();
    await userEvent.click(stage().getByRole('button', { name: 'Ta bort PM1.1 från 2 shared på svenska' }));
    expect(document.activeElement).toBe(stage().getByRole('button', { name: 'Lägg till ett arbetssätt' }));
    await scoring().save();

    await scoring().saved();
    expect(sentEdits(site)).toHaveProperty('0.value.stagedLevels.0.stages', [
      { stage: 1, requires: [] },
      { stage: 2, requires: [{ item: 'PM1.2', atLeast: 1 }] },
    ]);
  });

  test('ask for a level that is a number, and the stage with the fault is opened', async () => {
    const { site } = await openRules();
    const level = stage().getByRole('textbox', { name: 'Poäng, minst' });
    await userEvent.clear(level);

    await scoring().save();

    expect(await stage().findByText('0 till 4 i fjärdedelar.')).toBeDefined();
    expect(level.closest('details')?.open).toBe(true);
    expect(sentEdits(site)).toEqual([]);
  });
});

describe('the forms', () => {
  const formsPart = () => part('Formulär');
  const form = (name: string) => within(formsPart().getByRole('group', { name }));
  const tick = (name: string, area: string) => userEvent.click(form(name).getByRole('checkbox', { name: area }));

  test('are saved with their names, minutes and areas', async () => {
    const { site } = await openRules();
    const name = form('quick form på svenska').getByRole('textbox', { name: 'Namn, svenska' });
    await userEvent.clear(name);
    await userEvent.paste('Snabbkoll');
    const minutes = form('quick form på svenska').getByRole('textbox', { name: 'Minuter det tar' });
    await userEvent.clear(minutes);
    await userEvent.paste('20');
    await tick('quick form på svenska', 'PM1 PM1 på svenska');

    await formsPart().save();

    await formsPart().saved();
    const [quick, deep] = forms;
    const changed = { ...quick, name: { ...quick?.name, sv: 'Snabbkoll' }, minutes: 20, sections: ['IB', 'D1'] };
    expect(sentEdits(site)).toEqual([{ kind: 'forms', value: [changed, deep] }]);
  });

  test('keep the order in which they ask their areas', async () => {
    const value = forms.map((each) => ({ ...each, sections: ['PM1', 'D1'] }));
    const { site } = await openRules({ kind: 'forms', value });

    await tick('quick form på svenska', 'IB block på svenska');
    for (const _again of ['away', 'back']) await tick('deep form på svenska', 'PM1 PM1 på svenska');
    await formsPart().save();

    await formsPart().saved();
    expect(sentEdits(site)).toMatchObject([
      { value: [{ sections: ['IB', 'PM1', 'D1'] }, { sections: ['D1', 'PM1'] }] },
    ]);
  });

  test('that somebody else has changed are shown side by side, and can be taken', async () => {
    const { site } = await openRules();
    site.editElsewhere({ kind: 'forms', value: forms.map((each) => ({ ...each, minutes: 30 })) });
    await tick('deep form på svenska', 'IB block på svenska');
    await formsPart().save();

    const table = await formsPart().findByRole('table', { name: 'De två versionerna av formulären' });
    expect(
      within(table).getByRole('row', { name: 'Formuläret ”quick form på svenska”, minuter det tar 5 30' }),
    ).toBeDefined();
    await formsPart().press('Ta deras text');

    expect(formsPart().getAllByRole('textbox', { name: 'Minuter det tar' })).toMatchObject([
      { value: '30' },
      { value: '30' },
    ]);
    const area = form('deep form på svenska').getByRole('checkbox', { name: 'IB block på svenska' });
    expect(area).toHaveProperty('checked', true);
  });

  test('refuse in words a length that is none and a form without areas', async () => {
    const { site } = await openRules();
    const lengths = { 'quick form på svenska': '2,5', 'deep form på svenska': 'tjugo' };
    for (const [name, minutes] of Object.entries(lengths)) {
      await userEvent.clear(form(name).getByRole('textbox', { name: 'Minuter det tar' }));
      await userEvent.paste(minutes);
    }
    for (const area of ['IB block på svenska', 'D1 D1 på svenska', 'PM1 PM1 på svenska']) {
      await tick('deep form på svenska', area);
    }

    await formsPart().save();

    expect(await formsPart().findAllByText('Ett heltal från 1 till 180.')).toHaveLength(2);
    const areas = form('deep form på svenska').getByRole('group', { name: 'Områden det frågar om' });
    const fault = document.getElementById(areas.getAttribute('aria-describedby') ?? '');
    expect(fault?.textContent).toBe('Fel: Välj minst ett område.');
    for (const area of within(areas).getAllByRole('checkbox')) expect(area.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(
      form('quick form på svenska').getByRole('textbox', { name: 'Minuter det tar' }),
    );
    expect(sentEdits(site)).toEqual([]);
  });
});

describe('the words of the whole instrument', () => {
  test('are the scale: its levels, bands and parts', async () => {
    const { site } = await openRules();
    const { write, save, saved } = part('Skala');

    await write('Nivå 0, svenska', 'Saknas');
    await write('Nivåband ”hög”, engelska', 'Far along');
    await write('Del ”tvärgående”, svenska', 'Fördjupning');
    await save();

    await saved();
    expect(sentEdits(site)).toEqual([
      {
        kind: 'scale',
        value: {
          levels: [{ ...scale.levels[0], sv: 'Saknas' }, ...scale.levels.slice(1)],
          bands: { ...scale.bands, high: { ...scale.bands['high'], en: 'Far along' } },
          parts: { ...scale.parts, module: { ...scale.parts.module, sv: 'Fördjupning' } },
        },
      },
    ]);
  });

  test('are the stages of the process level', async () => {
    const { site } = await openRules();
    const { write, save, saved } = part('Processnivåns steg');

    await write('Steg 2, innebörd, svenska', 'Det finns ett sätt.');
    await save();

    await saved();
    const [first, second] = stages['process'] ?? [];
    const meaning = { ...second?.meaning, sv: 'Det finns ett sätt.' };
    expect(sentEdits(site)).toEqual([{ kind: 'stagedLevels', value: { process: [first, { ...second, meaning }] } }]);
  });

  test('are the closing questions, in which help left blank is none', async () => {
    const comment = { question: both('comment'), help: both('help'), maximumLength: 500 };
    const { site } = await openRules({ kind: 'perDimension', value: { ...perDimension, comment } });
    const closing = part('Frågor som avslutar varje område');
    const group = (name: string) => within(closing.getByRole('group', { name }));

    await userEvent.clear(group('Fri text').getByRole('textbox', { name: /^Hjälptext, svenska/ }));
    await userEvent.clear(group('Fri text').getByRole('textbox', { name: /^Hjälptext, engelska/ }));
    const choice = group('Önskan om stöd').getByRole('textbox', { name: 'Alternativ 2, svenska' });
    await userEvent.clear(choice);
    await userEvent.paste('gärna');
    await closing.save();

    await closing.saved();
    const { importance, wish } = perDimension;
    const [no, yes] = wish.choices;
    expect(sentEdits(site)).toEqual([
      {
        kind: 'perDimension',
        value: {
          importance,
          wish: { ...wish, choices: [no, { ...yes, text: { ...yes?.text, sv: 'gärna' } }] },
          comment: { question: both('comment'), maximumLength: 500 },
        },
      },
    ]);
  });
});

test('every part is a form with a name and a button of its own', async () => {
  await openRules();

  const forms = screen.getAllByRole('form').map((form) => {
    const [save] = within(form).getAllByRole('button', { name: /^Spara i utkastet/ });
    return save?.getAttribute('aria-label');
  });

  expect(forms).toEqual([
    'Spara i utkastet: Poäng',
    'Spara i utkastet: Formulär',
    'Spara i utkastet: Skala',
    'Spara i utkastet: Processnivåns steg',
    'Spara i utkastet: Frågor som avslutar varje område',
  ]);
  for (const name of ['Poäng', 'Formulär', 'Skala']) expect(screen.getByRole('form', { name })).toBeDefined();
});

test('one part is saved without the words of another that are not', async () => {
  const { site } = await openRules();
  await part('Skala').write('Nivå 0, svenska', 'Saknas');
  await scoring().write('ett', '1');

  await scoring().save();

  await scoring().saved();
  expect(sentEdits(site).map(({ kind }) => kind)).toEqual(['scoring']);
  expect(part('Skala').field('Nivå 0, svenska').value).toBe('Saknas');
  expect(part('Skala').getByText('Inte sparat än')).toBeDefined();
});
