import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { replaceTexts } from '#shared/domain/instrument/draft/replace-texts.ts';
import { applyTranslations, translationSheet } from '#shared/domain/instrument/draft/translations.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { instrumentSources } from '../arbitrary-instrument.ts';
import { shipped } from '../shipped-instrument.ts';
import { both, draftOf, edited, itemEdit, itemSource, smallSources } from '../small-sources.ts';

const key = 'D1.1.question';
const swedish = both('D1.1 question').sv;
const draft = draftOf(smallSources);
const rowOf = (given: Draft, wanted: string) => translationSheet(given).find((row) => row.key === wanted);
const said = edited(draft, { kind: 'meaning', code: 'D1.1', meaning: 'kept' });
const shortened = edited(draft, { kind: 'remove-item', section: 'D1', code: 'D1.2' });
const stale = edited(draft, itemEdit('D1.1', { question: { ...both('D1.1 question'), sv: 'Nytt' } }));

describe('a translation sheet', () => {
  test('has every text once, as it stands', () => {
    const rows = translationSheet(draft);

    expect(rows.map((row) => row.key)).toEqual([...keyedTextsOf(smallSources).keys()]);
    expect(rowOf(draft, key)).toEqual({ key, ...both('D1.1 question'), translatedFrom: null });
  });

  test('shows beside a stale translation what it translates', () => {
    expect(rowOf(stale, key)).toMatchObject({ sv: 'Nytt', translatedFrom: swedish });
  });

  test('that comes back as it went out changes nothing', () => {
    for (const given of [draft, stale, said, shortened, draftOf(sourcesOf(shipped))]) {
      expect(applyTranslations(given, translationSheet(given))).toEqual({
        draft: given,
        changed: [],
        unknown: [],
        outdated: [],
      });
    }
  });
});

describe('a row that comes back', () => {
  test('with other English replaces it, makes it current, and asks what the item means', () => {
    const meant = { ...stale, meanings: { 'D1.1': 'kept', 'D1.2': 'kept' } as const };
    const { draft: after, changed } = applyTranslations(meant, [{ key, sv: 'Nytt', en: 'New' }]);

    expect(changed).toEqual([key]);
    expect(itemSource(after.sources, 'D1.1').question).toEqual({ sv: 'Nytt', en: 'New' });
    expect(after.translatedFrom).toEqual({});
    expect(after.meanings).toEqual({ 'D1.2': 'kept' });
  });

  test('with a key of several items changes the words of all', () => {
    const { draft: after } = applyTranslations(draft, [
      { key: 'ALL.wish.question', sv: 'Vill ni ha stöd?', en: 'Do you wish?' },
    ]);

    expect(after.sources.instrument.perDimension.wish.question.en).toBe('Do you wish?');
  });

  test('is left alone when its English is empty', () => {
    expect(applyTranslations(draft, [{ key, sv: swedish, en: '' }])).toMatchObject({ draft, changed: [] });
  });

  test('is outdated when the Swedish has changed meanwhile', () => {
    const outcome = applyTranslations(stale, [{ key, sv: swedish, en: 'Late' }]);

    expect(outcome).toEqual({ draft: stale, changed: [], unknown: [], outdated: [key] });
  });

  test('is unknown when the draft has no such text', () => {
    const outcome = applyTranslations(draft, [{ key: 'D9.1.question', sv: 'Vad?', en: 'What?' }]);

    expect(outcome).toEqual({ draft, changed: [], unknown: ['D9.1.question'], outdated: [] });
  });
});

describe('of an arbitrary draft', () => {
  /** Some texts of a draft made stale through edits of its heads and items. */
  const drafts = fc.tuple(instrumentSources, fc.array(fc.nat(), { maxLength: 4 })).map(([sources, picks]) => {
    const edits = picks.flatMap((pick): DraftEdit[] => {
      const section = sources.dimensions[pick % sources.dimensions.length];
      const item = section?.items[pick % section.items.length];
      const question = { sv: `nytt ${pick}`, en: item?.question.en ?? '' };
      return item === undefined || section === undefined
        ? []
        : [{ kind: 'item', section: section.code, item: { ...item, question } }];
    });
    return edited(draftOf(sources), ...edits);
  });

  test('the sheet comes back without a trace', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        expect(applyTranslations(given, translationSheet(given))).toEqual({
          draft: given,
          changed: [],
          unknown: [],
          outdated: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  test('one changed row changes that text and no other', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), (given, pick) => {
        const rows = translationSheet(given);
        const chosen = rows[pick % rows.length];
        fc.pre(chosen !== undefined);
        const outcome = applyTranslations(given, [{ ...chosen, en: 'wholly new' }]);
        const expected = rows.map((row) =>
          row.key === chosen.key ? { ...row, en: 'wholly new', translatedFrom: null } : row,
        );

        expect(outcome.changed).toEqual([chosen.key]);
        expect(translationSheet(outcome.draft)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('replacing texts gives each its own key and leaves the rest as it was', () => {
    fc.assert(
      fc.property(instrumentSources, (sources) => {
        const marked = replaceTexts(sources, (name, text) => ({ sv: `${name}: ${text.sv}`, en: text.en }));
        const seen = [...keyedTextsOf(marked)].map(([name, text]) => [name, text.sv]);
        const unmarked = replaceTexts(marked, (name, text) => ({ ...text, sv: text.sv.slice(name.length + 2) }));

        expect(seen).toEqual([...keyedTextsOf(sources)].map(([name, text]) => [name, `${name}: ${text.sv}`]));
        expect(unmarked).toEqual(sources);
      }),
      { numRuns: 50 },
    );
  });
});
