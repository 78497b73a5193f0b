import { describe, expect, test } from 'vitest';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { checkDraft, type PublishContext } from '#shared/domain/instrument/draft/check-draft.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { smallCatalogue } from '../small-catalogue.ts';
import { both, choiceSource, draftOf, edited, itemEdit, ladderSource, smallSources } from '../small-sources.ts';

const before = assembleDefinition(smallSources);
const draft = draftOf(smallSources);
const context: PublishContext = { before, retired: new Map([['D1.old', 'something else']]), catalogue: smallCatalogue };
const issuesOf = (given: Draft, changes: Partial<PublishContext> = {}) => checkDraft(given, { ...context, ...changes });
const found = (given: Draft, changes: Partial<PublishContext> = {}) =>
  issuesOf(given, changes).map(({ code, path }) => `${code} ${path}`);
const reworded: DraftEdit = { ...itemEdit('D1.1', { question: both('another') }), meaning: 'kept' } as DraftEdit;

describe('a draft', () => {
  test('may be published when something differs and nothing is wrong', () => {
    expect(found(edited(draft, reworded))).toEqual([]);
    expect(found(edited(draft, itemEdit('D1.2', { weight: 3 })))).toEqual([]);
  });

  test('that follows nothing may be published as it is', () => {
    expect(found(draft, { before: null })).toEqual([]);
  });

  test.each<[string, Draft, string[]]>([
    ['nothing differs', draft, ['nothing-changed ']],
    ['a change was undone', edited(draft, reworded, itemEdit('D1.1', {})), ['nothing-changed ']],
    [
      'the Swedish has changed alone',
      edited(draft, itemEdit('D1.2', { help: { ...both('help'), sv: 'Ny hjälp' } }), {
        kind: 'meaning',
        code: 'D1.2',
        meaning: 'kept',
      }),
      ['translation-stale D1.2.help'],
    ],
    [
      'nobody has said what a reworded item means',
      edited(draft, itemEdit('D1.1', { question: both('another') })),
      ['meaning-not-stated D1.1'],
    ],
    [
      'an item has become another kind',
      edited(draft, { kind: 'item', section: 'D1', item: choiceSource('D1.1', { a: 0, b: 4 }), meaning: 'changed' }),
      ['kind-changed D1.1'],
    ],
    [
      'a code comes back',
      edited(draft, { kind: 'new-item', section: 'D1', item: ladderSource('D1.old') }),
      ['code-reused D1.old'],
    ],
    [
      'a definition could not be used',
      edited(draft, itemEdit('D1.1', { appliesWhen: { item: 'PM1.1', atLeast: 2 } })),
      ['condition-not-earlier D1.1/appliesWhen'],
    ],
    [
      'routing asks about an item that has gone',
      edited(draft, { kind: 'remove-item', section: 'D1', code: 'D1.2' }),
      ['routing-broken rules/X-1/when'],
    ],
    [
      'a condition asks for an answer that cannot be given',
      edited(draft, itemEdit('PM1.1', { appliesWhen: { not: { item: 'IB.sales', choice: 'never-heard-of' } } })),
      ['condition-never-holds PM1.1/appliesWhen'],
    ],
    [
      'the scoring has changed under its old name',
      edited(draft, { kind: 'scoring', value: { ...smallSources.instrument.scoring, minimumShareAnswered: 0.5 } }),
      ['rules-not-renamed scoring/version'],
    ],
    [
      'a dimension is out of reach',
      edited(draft, itemEdit('PM1.1', { appliesWhen: { branch: ['wood-building'] } })),
      ['dimension-out-of-reach forms/quick'],
    ],
    [
      'the words are not fit to be read',
      edited(draft, { ...itemEdit('D1.1', { question: both('Excel') }), meaning: 'kept' } as DraftEdit),
      ['forbidden-word D1.1.question', 'forbidden-word D1.1.question'],
    ],
  ])('may not when %s', (_name, given, issues) => {
    expect(found(given)).toEqual(issues);
  });

  test('may not when routing would rest on an area, a band or a wish that has gone', () => {
    const { instrument, dimensions } = smallSources;
    const { scoring, scale, perDimension } = instrument;
    const { low, ...rest } = scale.bands;
    const renamed = edited(
      draftOf({
        ...smallSources,
        dimensions: dimensions.map((dimension) => ({
          ...dimension,
          bands: Object.fromEntries(
            Object.entries(dimension.bands).map(([band, words]) => [band === 'low' ? 'lowest' : band, words]),
          ),
        })),
      }),
      { kind: 'scale', value: { ...scale, bands: { ...rest, ...(low === undefined ? {} : { lowest: low }) } } },
      {
        kind: 'scoring',
        value: {
          ...scoring,
          bands: scoring.bands.map((band) => ({ ...band, code: band.from === 0 ? 'lowest' : band.code })),
        },
      },
    );
    const unwished = edited(draft, {
      kind: 'perDimension',
      value: {
        ...perDimension,
        wish: {
          ...perDimension.wish,
          choices: perDimension.wish.choices.map((choice) =>
            choice.code === 'yes' ? { ...choice, code: 'ja' } : choice,
          ),
        },
      },
    });
    const unasked = edited(draft, {
      kind: 'forms',
      value: instrument.forms.map((form) => ({ ...form, sections: ['IB', 'D1'] })),
    });
    const broken = (given: Draft) => found(given).filter((issue) => issue.startsWith('routing-broken'));

    expect(broken(renamed)).toEqual([
      'routing-broken declaredGaps/D1',
      'routing-broken declaredGaps/PM1',
      'routing-broken rules/X-2/when',
      'routing-broken packages/D1/lowest',
      'routing-broken packages/PM1/lowest',
    ]);
    expect(broken(unwished)).toContain('routing-broken rules/X-2/when');
    expect(broken(unasked)).toEqual(['routing-broken declaredGaps/PM1', 'routing-broken rules/X-2/when']);
  });

  test('is told at which place of the catalogue routing would break, and may be published when none is in use', () => {
    const without = edited(draft, { kind: 'remove-item', section: 'D1', code: 'D1.2' });

    expect(issuesOf(without)).toMatchObject([
      { code: 'routing-broken', about: { place: 'rules/X-1/when' }, reason: 'there is no item D1.2' },
    ]);
    expect(found(without, { catalogue: null })).toEqual([]);
  });

  test('is not blamed for what routing lacked in the version before', () => {
    const without = assembleDefinition(edited(draft, { kind: 'remove-item', section: 'D1', code: 'D1.2' }).sources);
    const after = edited(draft, { kind: 'remove-item', section: 'D1', code: 'D1.2' }, itemEdit('D1.1', { weight: 3 }));

    expect(found(after, { before: without })).toEqual([]);
  });

  test('may not when an old English came back beside new Swedish with a question that was made anew', () => {
    const [old, swedish] = [ladderSource('D1.1'), 'Ny fråga?'];
    const made = edited(
      draft,
      { kind: 'remove-item', section: 'D1', code: 'D1.1' },
      { kind: 'new-item', section: 'D1', item: { ...old, question: { ...old.question, sv: swedish } } },
      { kind: 'meaning', code: 'D1.1', meaning: 'kept' },
    );
    const confirmed = edited(made, { kind: 'translation-confirmed', key: 'D1.1.question' });

    expect(found(made)).toEqual(['translation-stale D1.1.question']);
    expect(found(confirmed)).toEqual([]);
  });

  test('may again once a stale translation is confirmed', () => {
    const stale = edited(draft, {
      ...itemEdit('D1.1', { question: { ...both('D1.1 question'), sv: 'Ny?' } }),
      meaning: 'kept',
    } as DraftEdit);
    const confirmed = edited(stale, { kind: 'translation-confirmed', key: 'D1.1.question' });

    expect(found(stale)).toEqual(['translation-stale D1.1.question']);
    expect(found(confirmed)).toEqual([]);
  });

  test('is told of everything at once', () => {
    const together = edited(draft, itemEdit('D1.1', { question: { ...both('D1.1 question'), sv: 'Ny!' } }), {
      kind: 'new-item',
      section: 'D1',
      item: ladderSource('D1.old'),
    });

    expect(found(together).sort()).toEqual([
      'code-reused D1.old',
      'forbidden-word D1.1.question',
      'meaning-not-stated D1.1',
      'translation-stale D1.1.question',
    ]);
  });
});
