import { describe, expect, test } from 'vitest';
import { applyEdit, contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit, SectionHead } from '#shared/domain/instrument/draft/edit.ts';
import { instrumentParts } from '#shared/domain/instrument/draft/edit.ts';
import type { InstrumentSources } from '#shared/domain/instrument/source.ts';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';
import { both, draftOf, edited, itemEdit, itemSource, ladderSource, smallSources } from '../small-sources.ts';

const draft = draftOf(smallSources);
const codesIn = (section: string, { sources }: Draft) =>
  [...sources.blocks, ...sources.dimensions].find(({ code }) => code === section)?.items.map(({ code }) => code);
const newItem = (section: string, code: string): DraftEdit => ({
  kind: 'new-item',
  section,
  item: ladderSource(code),
});
const removal = (section: string, code: string): DraftEdit => ({ kind: 'remove-item', section, code });
const order = (section: string, ...codes: string[]): DraftEdit => ({ kind: 'order', section, codes });
const statement = (code: string, meaning: Meaning = 'kept'): DraftEdit => ({ kind: 'meaning', code, meaning });
const head = (changes: Partial<SectionHead> = {}): SectionHead => ({
  name: both('renamed'),
  about: both('about'),
  ...changes,
});

describe('an edit', () => {
  test('of an item replaces that item and nothing else', () => {
    const edit = itemEdit('D1.1', { question: both('another') });
    const after = edited(draft, edit);

    expect(itemSource(after.sources, 'D1.1').question).toEqual(both('another'));
    expect(edited(after, itemEdit('D1.1', {})).sources).toEqual(smallSources);
  });

  test('adds an item last, takes one away, and orders those that are there', () => {
    expect(codesIn('D1', edited(draft, newItem('D1', 'D1.9')))).toEqual(['D1.1', 'D1.2', 'D1.3', 'D1.9']);
    expect(codesIn('D1', edited(draft, removal('D1', 'D1.2')))).toEqual(['D1.1', 'D1.3']);
    expect(codesIn('D1', edited(draft, order('D1', 'D1.3', 'D1.1', 'D1.2')))).toEqual(['D1.3', 'D1.1', 'D1.2']);
  });

  test('of a section head leaves its items, and its bands when none are given', () => {
    const after = edited(draft, { kind: 'section', section: 'D1', head: head() });
    const [dimension] = after.sources.dimensions;

    expect(dimension).toEqual({ ...smallSources.dimensions[0], name: both('renamed') });
  });

  test.each(instrumentParts)('replaces the %s of the instrument', (kind) => {
    const edit = { kind, value: smallSources.instrument[kind] } as DraftEdit;

    expect(edited(draft, edit)).toEqual(draft);
    expect(contentAt(draft, edit)).toEqual(smallSources.instrument[kind]);
  });
});

describe('an edit is refused', () => {
  const block = smallSources.blocks.map((each) => ({
    ...each,
    items: Array.from({ length: 12 }, (_, index) => ladderSource(`IB.${index}`)),
  }));
  const fullBlock: InstrumentSources = { ...smallSources, blocks: block };
  const oneItem = edited(draft, removal('PM1', 'PM1.2'));
  const bands = smallSources.dimensions[0]?.bands;

  test.each<[string, string, Draft, DraftEdit]>([
    ['of an item that is not there', 'place-missing', draft, { ...itemEdit('D1.1', {}), section: 'PM1' } as DraftEdit],
    ['to an item of an unknown section', 'place-missing', draft, newItem('D9', 'D9.1')],
    ['of a removal that has been made', 'place-missing', draft, removal('D1', 'D1.9')],
    ['of the order of an unknown section', 'place-missing', draft, order('D9')],
    ['of the head of an unknown section', 'place-missing', draft, { kind: 'section', section: 'D9', head: head() }],
    ['to a code that is taken', 'code-taken', draft, newItem('D1', 'D1.1')],
    ['to what is said of an item that is not there', 'place-missing', draft, statement('D1.9')],
    ['to what is said of a whole dimension', 'place-missing', draft, statement('D1')],
    ['to what is said of the bands of a dimension', 'place-missing', draft, statement('D1.band')],
    ['to what is said of a closing question by a code of its own', 'place-missing', draft, statement('D1.wish')],
    ['to what is said of the scale', 'place-missing', draft, statement('scale')],
    ['to what is said of a form', 'place-missing', draft, statement('form.quick')],
    ['of an order that leaves an item out', 'order-incomplete', draft, order('D1', 'D1.1', 'D1.2')],
    ['of an order with an unknown item', 'order-incomplete', draft, order('D1', 'D1.1', 'D1.2', 'D1.9')],
    ['of an order that names one twice', 'order-incomplete', draft, order('D1', 'D1.1', 'D1.2', 'D1.2')],
    ['that would leave a section empty', 'shape-broken', oneItem, removal('PM1', 'PM1.1')],
    ['that would fill a block beyond a screen', 'shape-broken', draftOf(fullBlock), newItem('IB', 'IB.12')],
    [
      'that would give a block bands',
      'shape-broken',
      draft,
      { kind: 'section', section: 'IB', head: head(bands === undefined ? {} : { bands }) },
    ],
  ])('%s: %s', (_name, refusal, to, edit) => {
    expect(applyEdit(to, edit)).toEqual({ ok: false, refusal });
  });
});

describe('what an editor must have seen', () => {
  test('is the item, null where there is none, and nothing where nothing is overwritten', () => {
    expect(contentAt(draft, itemEdit('D1.1', { weight: 4 }))).toEqual(itemSource(smallSources, 'D1.1'));
    expect(contentAt(draft, removal('D1', 'D1.1'))).toEqual(itemSource(smallSources, 'D1.1'));
    expect(contentAt(draft, newItem('D1', 'D1.9'))).toBeNull();
    expect(contentAt(draft, newItem('D9', 'D9.1'))).toBeNull();
    expect(contentAt(draft, statement('D9.9'))).toBeNull();
    expect(contentAt(draft, { kind: 'translation-confirmed', key: 'D1.1.question' })).toEqual(
      itemSource(smallSources, 'D1.1').question,
    );
    expect(contentAt(draft, { kind: 'translation-confirmed', key: 'D1.nowhere' })).toBeNull();
  });

  test('is, for whoever states a meaning, also what was stated of it before', () => {
    const words = { 'D1.2.question': both('D1.2 question'), 'D1.2.help': both('help') };
    const stated = edited(draft, statement('D1.2', 'changed'));
    const item = itemSource(smallSources, 'D1.2');
    const withItem = { ...itemEdit('D1.2', {}), meaning: 'kept' } as DraftEdit;

    expect(contentAt(draft, statement('D1.2'))).toMatchObject({ ...words, meaning: null });
    expect(contentAt(stated, statement('D1.2'))).toMatchObject({ ...words, meaning: 'changed' });
    expect(contentAt(draft, withItem)).toEqual({ ...item, meaning: null });
    expect(contentAt(stated, withItem)).toEqual({ ...item, meaning: 'changed' });
    expect(contentAt(stated, itemEdit('D1.2', {}))).toEqual(item);
    expect(contentAt(stated, { ...withItem, section: 'PM1' } as DraftEdit)).toBeNull();
    expect(contentAt(draft, statement('ALL.wish'))).toMatchObject({
      'ALL.wish.choice.yes': { sv: 'ja' },
      meaning: null,
    });
  });

  test('is the order of a section, and its head without items', () => {
    expect(contentAt(draft, order('D1'))).toEqual(['D1.1', 'D1.2', 'D1.3']);
    expect(contentAt(draft, { kind: 'section', section: 'IB', head: head() })).toEqual({
      name: both('block'),
      about: both('about'),
    });
    expect(contentAt(draft, { kind: 'section', section: 'D1', head: head() })).toHaveProperty('bands');
  });
});

describe('stale translations', () => {
  const swedish = (sv: string) => itemEdit('D1.1', { question: { ...both('D1.1 question'), sv } });

  test('follow from Swedish that changes alone, and end when it changes back', () => {
    const stale = edited(draft, swedish('Nytt'));

    expect(stale.translatedFrom).toEqual({ 'D1.1.question': 'D1.1 question på svenska' });
    expect(edited(stale, itemEdit('D1.1', {})).translatedFrom).toEqual({});
  });

  test('end when the English changes', () => {
    expect(
      edited(draft, swedish('Nytt'), itemEdit('D1.1', { question: { sv: 'Nytt', en: 'New' } })).translatedFrom,
    ).toEqual({});
  });

  test('end when the English is confirmed, until the Swedish changes once more', () => {
    const confirmed = edited(draft, swedish('Nytt'), { kind: 'translation-confirmed', key: 'D1.1.question' });

    expect(confirmed.translatedFrom).toEqual({});
    expect(confirmed.sources).toEqual(edited(draft, swedish('Nytt')).sources);
    expect(edited(confirmed, swedish('Nyare')).translatedFrom).toEqual({ 'D1.1.question': 'Nytt' });
  });

  test('are confirmed one by one', () => {
    const stale = edited(draft, swedish('Nytt'), {
      kind: 'section',
      section: 'D1',
      head: head({ name: { ...both('D1'), sv: 'Namn' } }),
    });
    const confirmed = edited(stale, { kind: 'translation-confirmed', key: 'D1.1.question' });

    expect(Object.keys(stale.translatedFrom).sort()).toEqual(['D1.1.question', 'D1.name']);
    expect(Object.keys(confirmed.translatedFrom)).toEqual(['D1.name']);
  });

  test('outlive an edit of something else', () => {
    expect(edited(draft, swedish('Nytt'), removal('D1', 'D1.2')).translatedFrom).toHaveProperty(['D1.1.question']);
  });
});

describe('texts that were taken away', () => {
  const { help: _help, ...withoutHelp } = itemSource(smallSources, 'D1.2');
  const removed: DraftEdit = { kind: 'item', section: 'D1', item: withoutHelp };
  const back = (sv: string, en = both('help').en) => itemEdit('D1.2', { help: { sv, en } });
  const key = 'D1.2.help';

  test('are remembered until they come back', () => {
    const without = edited(draft, removed);

    expect(without.removed).toEqual({ [key]: both('help') });
    expect(edited(without, itemEdit('D1.1', { weight: 3 })).removed).toEqual({ [key]: both('help') });
    expect(edited(without, back(both('help').sv))).toEqual(draft);
  });

  test('make old English that comes back beside new Swedish stale', () => {
    expect(edited(draft, removed, back('Ny hjälp')).translatedFrom).toEqual({ [key]: both('help').sv });
    expect(edited(draft, removed, back('Ny hjälp', 'New help')).translatedFrom).toEqual({});
    expect(edited(draft, removed, back('Ny hjälp'), back(both('help').sv)).translatedFrom).toEqual({});
  });

  test('were translated from what they were translated from when they went', () => {
    const stale = edited(draft, back('Ny hjälp'), removed);

    expect(stale.removed).toEqual({ [key]: both('help') });
    expect(edited(stale, back('Ny hjälp')).translatedFrom).toEqual({ [key]: both('help').sv });
    expect(edited(stale, back(both('help').sv)).translatedFrom).toEqual({});
  });

  test('come back with an item that is made anew under its code', () => {
    const item = itemSource(smallSources, 'D1.2');
    const made: DraftEdit = {
      kind: 'new-item',
      section: 'D1',
      item: { ...item, question: { sv: 'Ny?', en: item.question.en } },
    };
    const after = edited(draft, removal('D1', 'D1.2'), made);

    expect(after.translatedFrom).toEqual({ 'D1.2.question': item.question.sv });
    expect(after).not.toHaveProperty('removed');
  });
});

describe('statements of meaning', () => {
  const stated = edited(draft, { ...itemEdit('D1.2', { question: both('other') }), meaning: 'kept' } as DraftEdit);
  const { help: _help, ...withoutHelp } = itemSource(stated.sources, 'D1.2');

  test('come with the item or by themselves, and the last one holds', () => {
    expect(stated.meanings).toEqual({ 'D1.2': 'kept' });
    expect(edited(stated, { kind: 'meaning', code: 'D1.2', meaning: 'changed' }).meanings).toEqual({
      'D1.2': 'changed',
    });
  });

  test.each<[string, DraftEdit]>([
    ['its words change', itemEdit('D1.2', { question: both('third') })],
    ['a text is added to it', itemEdit('D1.2', { trace: both('trace') }, stated.sources)],
    ['a text is taken from it', { kind: 'item', section: 'D1', item: withoutHelp }],
    ['it is taken away', removal('D1', 'D1.2')],
  ])('are forgotten when %s', (_name, edit) => {
    expect(edited(stated, edit).meanings).toEqual({});
  });

  test('of shared words are forgotten when these change', () => {
    const { perDimension } = smallSources.instrument;
    const said = edited(draft, { kind: 'meaning', code: 'ALL.wish', meaning: 'kept' });
    const wish = { ...perDimension.wish, question: both('Would you') };

    expect(edited(said, { kind: 'perDimension', value: { ...perDimension, wish } }).meanings).toEqual({});
  });

  test('outlive changes of anything but the words', () => {
    const others = [itemEdit('D1.2', { weight: 7 }, stated.sources), itemEdit('D1.1', { question: both('x') })];

    expect(edited(stated, ...others, order('D1', 'D1.3', 'D1.2', 'D1.1')).meanings).toEqual({ 'D1.2': 'kept' });
  });
});
