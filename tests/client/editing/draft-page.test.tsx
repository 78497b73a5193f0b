import { screen, within } from '@testing-library/react';
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
import { button, openDraft, openEditor, press } from './open-editor.tsx';

const siteWith = (...edits: DraftEdit[]) => FakeEditorSite.withDraft(edited(draftOf(smallSources), ...edits));
const open = (site?: FakeEditorSite) => openDraft(paths.draft, site);
const reworded = (code: string, meaning: 'kept' | 'changed'): DraftEdit[] => [
  itemEdit(code, { question: both('other') }),
  { kind: 'meaning', code, meaning },
];
const lines = () =>
  within(screen.getByRole('region', { name: 'Publicering' }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
const dialog = () => within(screen.getByRole('dialog'));

describe('a draft', () => {
  test('says what it follows and who changed it last', async () => {
    await open();

    expect(screen.getByRole('heading', { level: 1, name: 'Våren' })).toBeDefined();
    expect(
      screen.getByText(/^Ett utkast efter version 1, senast ändrat 3 februari 2026 \d\d\.\d\d av Ada\.$/),
    ).toBeDefined();
  });

  test('lists its areas, with how much is to mend in each', async () => {
    await open(siteWith(itemEdit('D1.1', { question: both('Varför!') })));

    const areas = within(screen.getByRole('region', { name: 'Områden' })).getAllByRole('listitem');
    // The exclamation mark in either language, and new words of which the meaning is not said.
    expect(areas.map(({ textContent }) => textContent)).toEqual([
      'IB block på svenska2 frågor',
      'D1 D1 på svenska3 frågor3 att rätta',
      'PM1 PM1 på svenska2 frågor',
      'Formulär, skala och poäng',
    ]);
    await userEvent.click(screen.getByRole('link', { name: 'D1 D1 på svenska' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'D1 D1 på svenska' })).toBeDefined();
  });
});

describe('a draft that is not there', () => {
  test('says that it has been published or thrown away', async () => {
    await openEditor(paths.draft('00000000-0000-7000-8000-000000000000'), FakeEditorSite.withDraft());

    expect(screen.getByRole('heading', { level: 1, name: 'Utkastet finns inte' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Frågeformulär' })).toBeDefined();
  });
});

describe('what keeps a draft from being published', () => {
  const { scoring, forms } = smallSources.instrument;
  const question = (sv: string) => ({ sv, en: 'D1.1 question in English' });
  const at = { item: '/sections/D1/items/', section: '/sections/', rules: '/rules', difference: '/difference' };

  test('is that nothing differs from the version in use', async () => {
    await open();

    expect(screen.getByText('1 sak att rätta innan det går att publicera')).toBeDefined();
    expect(lines()).toEqual(['Utkastet Inget skiljer sig från versionen som används.']);
    expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
  });

  test.each<[string, DraftEdit, string, string]>([
    [
      'D1.1, fråga',
      itemEdit('D1.1', { question: question('Varför då?!') }),
      'Texten på svenska innehåller ”!”, som inte hör hemma i en fråga.',
      `${at.item}D1.1`,
    ],
    [
      'D1.1, fråga',
      itemEdit('D1.1', { question: question('Varför då?') }),
      'Svenskan har ändrats sedan engelskan skrevs.',
      `${at.item}D1.1`,
    ],
    [
      'D1.1',
      itemEdit('D1.1', { question: question('Varför då?') }),
      'Texten har ändrats. Ange om frågan fortfarande frågar efter samma sak.',
      at.difference,
    ],
    [
      'D1.1, ställs när',
      itemEdit('D1.1', { appliesWhen: { item: 'PM1.1', atLeast: 1 } }),
      'Villkoret frågar efter PM1.1, som inte kommer tidigare.',
      `${at.item}D1.1`,
    ],
    [
      'D1.3',
      { kind: 'item', section: 'D1', item: choiceSource('D1.3', { never: undefined, weekly: 4 }) },
      'Frågan ska ge poäng, men inget svar gör det.',
      `${at.item}D1.3`,
    ],
    [
      'D1.3',
      {
        kind: 'item',
        section: 'D1',
        item: {
          code: 'D1.3',
          forms: ['quick'],
          question: both('number'),
          kind: 'number',
          minimum: 2,
          maximum: 1,
          decimals: 0,
          unit: both('kg'),
        },
      },
      'Inget tal får plats mellan det lägsta och det högsta.',
      `${at.item}D1.3`,
    ],
    [
      'D1.2, ställs när',
      itemEdit('D1.2', { appliesWhen: { item: 'IB.export', choice: 'gone' } }),
      'Villkoret frågar IB.export efter ett svar som frågan inte kan ha.',
      `${at.item}D1.2`,
    ],
    [
      'Poäng, nivåbandens undre gränser',
      { kind: 'scoring', value: { ...scoring, bands: [...scoring.bands].reverse() } },
      'Nivåbandens gränser måste börja på 0 och stiga.',
      at.rules,
    ],
    [
      'Poäng',
      { kind: 'scoring', value: { ...scoring, gaps: [{ code: 'export', from: 'IB.export', to: 'IB.gone' }] } },
      'IB.gone nämns men finns inte.',
      at.rules,
    ],
    [
      'Formuläret ”quick form på svenska”',
      { kind: 'forms', value: forms.map((form) => ({ ...form, sections: ['D1', 'D1'] })) },
      'D1 står två gånger i formuläret.',
      at.rules,
    ],
    [
      'Formuläret ”quick form på svenska”, PM1',
      itemEdit('PM1.1', { forms: ['deep'] }),
      'Formuläret har ingen fråga som ger poäng i PM1.',
      at.rules,
    ],
    [
      'Formuläret ”quick form på svenska”',
      itemEdit('PM1.1', { appliesWhen: { sizeClass: ['1-4'] } }),
      'Vissa företag får inga frågor om PM1 i formuläret ”quick form på svenska”.',
      at.rules,
    ],
    [
      'D1, nivåband ”låg”',
      {
        kind: 'section',
        section: 'D1',
        head: {
          name: both('D1'),
          about: both('about'),
          bands: {
            low: { meaning: both('meaning'), next: both('next') },
            high: { meaning: both('m'), next: both('n') },
          },
        },
      },
      'Ett nivåband saknar återkoppling.',
      `${at.section}D1`,
    ],
  ])('is said in words, as a way to where it is mended: %s', async (path, edit, words, address) => {
    const { site } = await open(siteWith(edit));

    expect(lines()).toContain(`${path} ${words}`);
    const line = screen.getAllByRole('listitem').find(({ textContent }) => textContent === `${path} ${words}`);
    const href = line?.querySelector('a')?.getAttribute('href');
    expect(href).toBe(`${paths.draft(site.draft.draftId)}${address}`);
  });

  test('is said once when a condition names the same later question twice', async () => {
    const later = { item: 'PM1.1', atLeast: 1 };
    await open(siteWith(itemEdit('D1.1', { appliesWhen: { any: [later, { not: later }] } })));

    expect(lines().filter((line) => line?.startsWith('D1.1, ställs när'))).toHaveLength(1);
  });
});

describe('publishing', () => {
  test('asks first, and tells which answers can no longer be compared', async () => {
    const added: DraftEdit = { kind: 'new-item', section: 'D1', item: ladderSource('D1.9') };
    const { site, router } = await open(siteWith(...reworded('D1.1', 'kept'), ...reworded('D1.2', 'changed'), added));
    const { revision } = site.draft;
    expect(screen.getByText('Allt stämmer: utkastet kan publiceras')).toBeDefined();

    await press('Publicera');
    expect(dialog().getByText(/kan inte längre jämföras med tidigare svar:/).textContent).toMatch(/: D1\.2$/);
    expect(
      dialog().getByText(
        /Företag som har börjat svara väljer själva om de avslutar på sin version eller går över till den här/,
      ),
    ).toBeDefined();
    expect(site.sent('publishDraft')).toEqual([]);
    await userEvent.click(dialog().getByRole('button', { name: 'Publicera nu' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Version 2' })).toBeDefined();
    expect(site.sent('publishDraft')).toEqual([{ revision }]);
    expect(router.state.location.pathname).toBe(paths.version(site.versions[0]?.instrumentVersionId ?? ''));
  });

  test('tells when every earlier answer stays comparable, and can be left alone', async () => {
    const { site } = await open(siteWith(...reworded('D1.1', 'kept')));

    await press('Publicera');
    expect(dialog().getByText('Alla tidigare svar kan fortfarande jämföras.')).toBeDefined();
    await userEvent.click(dialog().getByRole('button', { name: 'Avbryt' }));

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(site.sent('publishDraft')).toEqual([]);
  });

  test('what somebody has changed meanwhile says so', async () => {
    const { site } = await open(siteWith(...reworded('D1.1', 'kept')));
    site.editElsewhere(itemEdit('D1.2', { weight: 3 }));

    await press('Publicera');
    await press('Publicera nu');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Utkastet har ändrats under tiden/);
    expect(screen.getByText(/senast ändrat .* av Bo/)).toBeTruthy();
    expect(site.versions).toHaveLength(1);
  });

  test('what only the server can refuse shows what it found', async () => {
    const place = 'structure/forms/0/minutes';
    const site = siteWith(...reworded('D1.1', 'kept'));
    site.foundByServer.push({ file: 'instrument.yaml', path: place, code: 'not-allowed', reason: 'too large' });
    await open(site);

    await press('Publicera');
    await press('Publicera nu');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Utkastet kan inte publiceras än/);
    expect(lines()).toEqual(['Formuläret ”quick form på svenska” En version har inte plats för det här.']);
    expect(site.versions).toHaveLength(1);
  });

  test.each([
    ['structure/items/2/choices', 'not-allowed', 'D1.1 En version har inte plats för det här.'],
    [
      'texts/en/ALL.wish.choice.yes',
      'not-allowed',
      /^Frågor som avslutar varje område, önskan om stöd, alternativ 2 En/,
    ],
    ['D1.feedback.low.takes', 'sizes-alike', /^D1, nivåband ”låg”, vad som krävs, båda storlekarna Små och stora/],
    ['rules/X1-1/when', 'routing-broken', /^Utkastet Förslagen till företag bygger på något som inte finns kvar/],
    ['scale.level.3', 'text-copied', 'Skala, nivå 3 Engelskan är en kopia av svenskan.'],
    ['D1.1', 'quite-new', 'D1.1 Det här stämmer inte och måste rättas först: quite-new'],
  ])('says in the words of the reader what is found at %s', async (place, code, words) => {
    const site = siteWith(...reworded('D1.1', 'kept'));
    site.foundByServer.push({ file: 'instrument.yaml', path: place, code, reason: 'in the words of the log' });
    await open(site);

    await press('Publicera');
    await press('Publicera nu');

    await screen.findByRole('alert');
    expect(lines()).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
  });
});

describe('a draft that a newer version has overtaken', () => {
  test('is not published but offered to follow the newest', async () => {
    const site = siteWith(...reworded('D1.1', 'kept'));
    const newest = edited(
      draftOf(smallSources),
      itemEdit('D1.1', { question: both('third') }),
      itemEdit('D1.2', { weight: 3 }),
    );
    site.publish(newest.sources);
    await open(site);

    expect(screen.getByText('En nyare version har publicerats under tiden')).toBeDefined();
    expect(screen.getByText(/^Utkastet följer på version 1\./)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Publicera' })).toBeNull();
    await press('Följ den nyaste versionen');

    expect(await screen.findByText(/^Ett utkast efter version 2,/)).toBeDefined();
    expect(screen.queryByText('En nyare version har publicerats under tiden')).toBeNull();
    expect(lines()).toEqual(['D1.1 Texten har ändrats. Ange om frågan fortfarande frågar efter samma sak.']);
    const [first, second] = site.draft.content.sources.dimensions[0]?.items ?? [];
    expect(first?.question).toEqual(both('other'));
    expect(second?.weight).toBe(3);
  });

  test('says so when it cannot be moved on', async () => {
    const site = siteWith();
    site.publish(smallSources);
    site.refused.set('rebaseDraft', 'service-unavailable');
    await open(site);

    await press('Följ den nyaste versionen');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Tjänsten kan inte svara/);
  });
});

describe('throwing a draft away', () => {
  test('asks first, and leads back to the questionnaires', async () => {
    const { site } = await open();

    await press('Kasta utkastet');
    expect(dialog().getByText(/Allt som är skrivet i det försvinner/)).toBeDefined();
    expect(site.drafts.size).toBe(1);
    await userEvent.click(dialog().getByRole('button', { name: 'Kasta det' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Frågeformulär' })).toBeDefined();
    expect(screen.getByText('Det finns inga utkast')).toBeDefined();
  });

  test('can be thought better of, and says when it fails', async () => {
    const { site } = await open();
    await press('Kasta utkastet');
    await userEvent.click(dialog().getByRole('button', { name: 'Avbryt' }));
    expect(site.drafts.size).toBe(1);
    site.refused.set('removeDraft', 'no-reply');

    await press('Kasta utkastet');
    await press('Kasta det');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
    expect(button('Kasta utkastet')).toBeDefined();
  });
});
