import { describe, expect, test } from 'vitest';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { ItemMap, Relation } from '#shared/domain/instrument/version/comparability.ts';
import { composeItemMaps, isComparable, mapItems, relations } from '#shared/domain/instrument/version/comparability.ts';
import type { Meanings } from '#shared/domain/instrument/version/difference.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import { both, choiceSource, definitionAfter, itemEdit, ladderSource, smallSources } from '../small-sources.ts';

const first = assembleDefinition(smallSources);
const mapOf = (before: Definition, after: Definition, meanings: Meanings = {}) =>
  mapItems(before, after, diffVersions(before, after, meanings));
const reworded = (words: string) => itemEdit('D1.1', { question: both(words) });
const removal: DraftEdit = { kind: 'remove-item', section: 'D1', code: 'D1.2' };

describe('between two versions', () => {
  const rescaled: DraftEdit = { kind: 'item', section: 'D1', item: choiceSource('D1.3', { never: 0, weekly: 3 }) };

  test.each<[string, string, DraftEdit, Meanings, Relation]>([
    ['reworded with its meaning kept', 'D1.1', reworded('a'), { 'D1.1': 'kept' }, 'kept'],
    ['reworded with another meaning', 'D1.1', reworded('a'), { 'D1.1': 'changed' }, 'changed'],
    ['reworded without a word about it', 'D1.1', reworded('a'), {}, 'changed'],
    ['rescaled, whatever is said of it', 'D1.3', rescaled, { 'D1.3': 'kept' }, 'changed'],
    ['moved', 'D1.3', { kind: 'order', section: 'D1', codes: ['D1.3', 'D1.1', 'D1.2'] }, {}, 'same'],
    ['reweighted', 'D1.2', itemEdit('D1.2', { weight: 9 }), {}, 'same'],
    ['asked of other firms', 'D1.2', itemEdit('D1.2', { appliesWhen: { sizeClass: ['1-4'] } }), {}, 'same'],
    ['new', 'D1.9', { kind: 'new-item', section: 'D1', item: ladderSource('D1.9') }, {}, 'added'],
    ['gone', 'D1.2', removal, {}, 'removed'],
  ])(
    'an item that is %s is related accordingly, and all others are the same',
    (_name, code, edit, meanings, relation) => {
      const map = mapOf(first, definitionAfter(edit), meanings);

      expect(map.get(code)).toBe(relation);
      expect([...map].filter(([other, found]) => other !== code && found !== 'same')).toEqual([]);
    },
  );

  test('every item of either has its relation', () => {
    const after = definitionAfter(removal, { kind: 'new-item', section: 'D1', item: ladderSource('D1.9') });
    const codes = [...first.structure.items, ...after.structure.items].map(({ code }) => code);

    expect(new Set(mapOf(first, after).keys())).toEqual(new Set(codes));
  });

  test('only same and kept may be compared', () => {
    expect(relations.filter(isComparable)).toEqual(['same', 'kept']);
    expect(isComparable(undefined)).toBe(false);
  });
});

describe('over three versions', () => {
  const a = { kept: reworded('second'), again: reworded('third') };
  const second = definitionAfter(a.kept);
  const third = definitionAfter(a.again);
  const over = (one: Meanings, two: Meanings) =>
    composeItemMaps([mapOf(first, second, one), mapOf(second, third, two)]).get('D1.1');

  test.each<[Meanings, Meanings, Relation]>([
    [{ 'D1.1': 'kept' }, { 'D1.1': 'kept' }, 'kept'],
    [{ 'D1.1': 'kept' }, { 'D1.1': 'changed' }, 'changed'],
    [{ 'D1.1': 'changed' }, { 'D1.1': 'kept' }, 'changed'],
    [{ 'D1.1': 'kept' }, {}, 'changed'],
  ])('an item reworded twice, said to be %j and then %j, is %s', (one, two, relation) => {
    expect(over(one, two)).toBe(relation);
  });

  test('words that were changed back do not make comparable again what was said to be another question', () => {
    const there = mapOf(first, second, { 'D1.1': 'changed' });
    const back = mapOf(second, first, { 'D1.1': 'changed' });

    expect(composeItemMaps([there, back]).get('D1.1')).toBe('changed');
    expect(composeItemMaps([there, back]).get('D1.2')).toBe('same');
  });

  test('an item that went and came back is added, and stays so', () => {
    const without = definitionAfter(removal);
    const goneAndBack = [mapOf(first, without), mapOf(without, first)];

    expect(composeItemMaps(goneAndBack).get('D1.2')).toBe('added');
    expect(composeItemMaps([...goneAndBack, mapOf(first, second)]).get('D1.2')).toBe('added');
  });

  test('an item that came and went is removed, and stays so', () => {
    const more = definitionAfter({ kind: 'new-item', section: 'D1', item: ladderSource('D1.9') });
    const cameAndGone = [mapOf(first, more), mapOf(more, first)];

    expect(composeItemMaps(cameAndGone).get('D1.9')).toBe('removed');
    expect(composeItemMaps([...cameAndGone, mapOf(first, second)]).get('D1.9')).toBe('removed');
  });

  test('an item that some link does not name is not comparable', () => {
    const named: ItemMap = new Map([['D1.1', 'same']]);
    const silent: ItemMap = new Map();

    expect(composeItemMaps([named, silent]).get('D1.1')).toBe('removed');
    expect(composeItemMaps([silent, named]).get('D1.1')).toBe('added');
    expect(composeItemMaps([named, silent, named]).get('D1.1')).toBe('removed');
  });
});

test('no maps give an empty map, and one map is itself', () => {
  const map = mapOf(first, definitionAfter(removal));

  expect(composeItemMaps([])).toEqual(new Map());
  expect(composeItemMaps([map])).toEqual(map);
});
