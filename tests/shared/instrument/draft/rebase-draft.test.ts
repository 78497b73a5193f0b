import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import { applyEdit } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { draftSchema } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit, SectionHead } from '#shared/domain/instrument/draft/edit.ts';
import { rebaseDraft } from '#shared/domain/instrument/draft/rebase-draft.ts';
import type { DimensionSource, InstrumentSources, ItemSource } from '#shared/domain/instrument/source.ts';
import { type EditStep, editFor, editSteps } from '../arbitrary-edits.ts';
import { both, draftOf, edited, itemEdit, itemSource, ladderSource, smallSources } from '../small-sources.ts';

const draft = draftOf(smallSources);
const reworded = (code: string, words: string) => itemEdit(code, { question: both(words) });
const added = (code: string): DraftEdit => ({ kind: 'new-item', section: 'D1', item: ladderSource(code) });
const removed = (code: string): DraftEdit => ({ kind: 'remove-item', section: 'D1', code });
const order = (...codes: string[]): DraftEdit => ({ kind: 'order', section: 'D1', codes });
const changed = (...edits: DraftEdit[]) => edited(draft, ...edits);
/** Both began from the small instrument: one has been published, the other is to follow it. */
const together = (mine: Draft, published: Draft) => rebaseDraft(mine, smallSources, published.sources);
const codesOf = ({ sources }: Draft) => sources.dimensions[0]?.items.map(({ code }) => code);

describe('a draft that follows a newer version', () => {
  test('keeps what it has changed, and takes what only the other has', () => {
    const merged = together(changed(reworded('D1.1', 'mine')), changed(reworded('D1.2', 'theirs')));

    expect(itemSource(merged.sources, 'D1.1').question).toEqual(both('mine'));
    expect(itemSource(merged.sources, 'D1.2').question).toEqual(both('theirs'));
  });

  test('keeps its own where both have changed the same place', () => {
    const merged = together(changed(reworded('D1.1', 'mine')), changed(reworded('D1.1', 'theirs')));

    expect(itemSource(merged.sources, 'D1.1').question).toEqual(both('mine'));
  });

  test('has of one question what either changed, and its own where both changed the same of it', () => {
    const mine = changed(itemEdit('D1.2', { weight: 7, help: both('my help') }));
    const theirs = changed(itemEdit('D1.2', { question: both('theirs'), help: both('their help'), forms: ['deep'] }));

    expect(itemSource(together(mine, theirs).sources, 'D1.2')).toEqual(
      ladderSource('D1.2', { question: both('theirs'), forms: ['deep'], weight: 7, help: both('my help') }),
    );
  });

  test('has a field that only one side added or took away as that side has it', () => {
    const { help: _help, ...withoutHelp } = itemSource(smallSources, 'D1.2');
    const helpless = changed({ kind: 'item', section: 'D1', item: withoutHelp });
    const other = changed(itemEdit('D1.2', { trace: both('trace'), weight: 3 }));
    const expected = { ...withoutHelp, trace: both('trace'), weight: 3 };

    expect(itemSource(together(helpless, other).sources, 'D1.2')).toEqual(expected);
    expect(itemSource(together(other, helpless).sources, 'D1.2')).toEqual(expected);
  });

  test('does not mix two kinds of question', () => {
    const yesNo: ItemSource = { code: 'D1.1', kind: 'yes-no', forms: ['deep'], question: both('yes or no') };
    const turned = changed({ kind: 'item', section: 'D1', item: yesNo });
    const heavier = changed(itemEdit('D1.1', { weight: 7 }));

    expect(itemSource(together(turned, heavier).sources, 'D1.1')).toEqual(yesNo);
    expect(itemSource(together(heavier, turned).sources, 'D1.1')).toEqual(itemSource(heavier.sources, 'D1.1'));
  });

  test('has the name, the words about it and each band of an area as whoever changed them has them', () => {
    const [first] = smallSources.dimensions;
    const { name, about, bands } = first as DimensionSource;
    const head = (change: Partial<SectionHead>): DraftEdit => ({
      kind: 'section',
      section: 'D1',
      head: { name, about, bands, ...change },
    });
    const band = (words: string) => ({ meaning: both(words), next: both(words) });
    const mine = changed(head({ name: both('mine'), bands: { ...bands, low: band('mine') } }));
    const theirs = changed(head({ about: both('theirs'), bands: { ...bands, low: band('x'), high: band('theirs') } }));

    expect(together(mine, theirs).sources.dimensions[0]).toEqual({
      ...first,
      name: both('mine'),
      about: both('theirs'),
      bands: { low: band('mine'), high: band('theirs') },
    });
  });

  test('takes names, scale and rules by the same rule', () => {
    const scale = { ...smallSources.instrument.scale, bands: { low: both('lowest'), high: both('highest') } };
    const head = { name: both('renamed'), about: both('about') };
    const merged = together(
      changed({ kind: 'section', section: 'IB', head }),
      changed({ kind: 'scale', value: scale }),
    );

    expect(merged.sources.blocks[0]?.name).toEqual(both('renamed'));
    expect(merged.sources.instrument.scale).toEqual(scale);
  });

  test('has the items that either added, without those that either took away', () => {
    const merged = together(changed(added('D1.7'), removed('D1.2')), changed(added('D1.8'), removed('D1.3')));

    expect(codesOf(merged)).toEqual(['D1.1', 'D1.8', 'D1.7']);
  });

  test('keeps an item that it has changed though the other took it away', () => {
    const merged = together(changed(reworded('D1.2', 'mine')), changed(removed('D1.2')));

    expect(codesOf(merged)).toEqual(['D1.1', 'D1.3', 'D1.2']);
  });

  test('has the order of whoever changed it', () => {
    const turned = changed(order('D1.3', 'D1.2', 'D1.1'));

    expect(codesOf(together(turned, changed(added('D1.8'))))).toEqual(['D1.3', 'D1.2', 'D1.1', 'D1.8']);
    expect(codesOf(together(changed(added('D1.7')), turned))).toEqual(['D1.3', 'D1.2', 'D1.1', 'D1.7']);
  });

  test('asks again for what was said of words that have changed, and only for that', () => {
    const mine = changed(
      { ...reworded('D1.1', 'mine'), meaning: 'kept' } as DraftEdit,
      { ...reworded('D1.2', 'mine too'), meaning: 'changed' } as DraftEdit,
    );

    expect(together(mine, changed(reworded('D1.2', 'theirs'))).meanings).toEqual({ 'D1.1': 'kept' });
  });

  test('asks again what a question means whose words come from both', () => {
    const mine = changed({ ...itemEdit('D1.2', { help: both('mine') }), meaning: 'kept' } as DraftEdit);
    const weight = changed(itemEdit('D1.2', { weight: 7 }));

    expect(together(mine, changed(reworded('D1.2', 'theirs'))).meanings).toEqual({});
    expect(together(mine, weight).meanings).toEqual({ 'D1.2': 'kept' });
  });

  test('remembers texts that it took away, and forgets those that come back', () => {
    const mine = changed(removed('D1.2'));
    const { removed: gone } = together(mine, changed(reworded('D1.1', 'theirs')));

    expect(gone).toEqual(mine.removed);
    expect(rebaseDraft({ ...mine, sources: smallSources }, smallSources, smallSources)).toEqual(draft);
  });

  test('remembers which of its own translations are stale', () => {
    const stale = changed(itemEdit('D1.1', { question: { ...both('D1.1 question'), sv: 'Ny?' } }));
    const merged = together(stale, changed(reworded('D1.2', 'theirs')));

    expect(merged.translatedFrom).toEqual(stale.translatedFrom);
    expect(Object.keys(merged.translatedFrom)).toEqual(['D1.1.question']);
  });
});

type Fields = Readonly<Record<string, unknown>>;

/** The questions that all sides have as the same kind, as each of them has it. */
function sharedItems(...sides: readonly [InstrumentSources, InstrumentSources, InstrumentSources, InstrumentSources]) {
  const listed = sides.map(({ blocks, dimensions }) => {
    const items = [...blocks, ...dimensions].flatMap((section) => section.items);
    return new Map(items.map((item) => [item.code, item]));
  });
  return [...(listed[0]?.keys() ?? [])].flatMap((code) => {
    const [was, is, wants, has] = listed.map((items) => items.get(code));
    const isShared = was !== undefined && is !== undefined && wants !== undefined && has !== undefined;
    if (!isShared || was.kind !== is.kind || was.kind !== wants.kind) return [];
    return [{ was: was as Fields, is: is as Fields, wants: wants as Fields, has: has as Fields }];
  });
}

describe('whatever both have done', () => {
  const walk = (from: InstrumentSources, steps: readonly EditStep[]) =>
    steps.reduce((before, step, place) => {
      const edit = editFor(before, step, place, from);
      const applied = edit === undefined ? undefined : applyEdit(before, edit);
      return applied?.ok === true ? applied.draft : before;
    }, draftOf(from));

  test('the draft can be stored, and nothing else than the two sides is in it', () => {
    fc.assert(
      fc.property(editSteps, editSteps, (mine, theirs) => {
        const own = walk(smallSources, mine);
        const published = walk(smallSources, theirs).sources;
        const merged = rebaseDraft(own, smallSources, published);

        expect(draftSchema.safeParse(merged).success).toBe(true);
        expect(rebaseDraft(own, smallSources, smallSources).sources).toEqual(own.sources);
        expect(rebaseDraft(merged, published, published)).toEqual(merged);
      }),
      { numRuns: 60 },
    );
  });

  test('a field of a question that only one side changed is as that side has it', () => {
    fc.assert(
      fc.property(editSteps, editSteps, (mine, theirs) => {
        const own = walk(smallSources, mine).sources;
        const published = walk(smallSources, theirs).sources;
        const merged = rebaseDraft(draftOf(own), smallSources, published).sources;
        for (const { was, is, wants, has } of sharedItems(smallSources, published, own, merged)) {
          for (const field of new Set([was, is, wants].flatMap(Object.keys))) {
            if (isSameJson(was[field], wants[field])) expect(has[field], field).toEqual(is[field]);
            else expect(has[field], field).toEqual(wants[field]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a draft that has changed nothing becomes what was published', () => {
    fc.assert(
      fc.property(editSteps, (theirs) => {
        const published = walk(smallSources, theirs).sources;

        expect(rebaseDraft(draft, smallSources, published).sources).toEqual(published);
      }),
      { numRuns: 60 },
    );
  });
});
