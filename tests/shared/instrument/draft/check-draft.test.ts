import { describe, expect, test } from 'vitest';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { checkDraft } from '#shared/domain/instrument/draft/check-draft.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { permanentCodesOf } from '#shared/domain/instrument/version/check-change.ts';
import { both, choiceSource, draftOf, edited, itemEdit, ladderSource, smallSources } from '../small-sources.ts';

const before = assembleDefinition(smallSources);
const draft = draftOf(smallSources);
const retiredCodes: ReadonlySet<string> = new Set([...permanentCodesOf(before), 'D1.old']);
const neededItems = new Set(['D1.2']);
const found = (given: Draft) =>
  checkDraft(given, { before, retiredCodes, neededItems }).map(({ code, path }) => `${code} ${path}`);
const reworded: DraftEdit = { ...itemEdit('D1.1', { question: both('another') }), meaning: 'kept' } as DraftEdit;

describe('a draft', () => {
  test('may be published when something differs and nothing is wrong', () => {
    expect(found(edited(draft, reworded))).toEqual([]);
    expect(found(edited(draft, itemEdit('D1.2', { weight: 3 })))).toEqual([]);
  });

  test('that follows nothing may be published as it is', () => {
    expect(checkDraft(draft, { before: null, retiredCodes: new Set(), neededItems })).toEqual([]);
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
      ['needed-by-routing D1.2'],
    ],
    [
      'a condition asks for an answer that cannot be given',
      edited(draft, itemEdit('PM1.1', { appliesWhen: { not: { item: 'IB.sales', choice: 'never-heard-of' } } })),
      ['condition-never-holds PM1.1/appliesWhen'],
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
