import { expect, test } from 'vitest';
import { moveItems, type Round } from '#shared/domain/change/moved-items.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions, type Meanings } from '#shared/domain/instrument/version/difference.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { answer, answersOf, ladder, structureOf, workshop } from '../../support/small-instrument.ts';

const yesNo = (code: string, yes: number): Item => ({
  ...ladder(code),
  kind: 'yes-no',
  points: { yes, no: 0 },
});

type Given = Parameters<typeof answersOf>[0];
type Making = { readonly items: readonly Item[]; readonly words?: Readonly<Record<string, string>> };

/** Answers to a version with these items; each asks its code unless other words are given. */
function round({ items, words = {} }: Making, given: Given, more: ReturnType<typeof answersOf> = {}): Round {
  const structure = structureOf(items);
  const textsIn = (mark: string) =>
    Object.fromEntries(
      items.flatMap(({ code }) => [
        [`${code}.question`, `${words[code] ?? code}${mark}`],
        ...[0, 1, 2, 3, 4].map((level) => [`${code}.level.${level}`, `level ${level}${mark}`]),
      ]),
    );
  const answers = { ...answersOf(given), ...more };
  return {
    definition: { structure, texts: { sv: textsIn(''), en: textsIn(' (en)') } },
    profile: workshop,
    answers,
    scoreProfile: scoreResponse(structure, 'quick', workshop, answers),
  };
}

const moves = (earlier: Round, later: Round, meanings?: Meanings) => {
  const { definition: before } = earlier;
  const { definition: after } = later;
  const relations = meanings && mapItems(before, after, diffVersions(before, after, meanings));
  return Object.fromEntries(moveItems(earlier, later, relations).map((each) => [each.item, each.move]));
};

const ladders = (...codes: string[]) => codes.map((code) => ladder(code));

test('an answer that differs has risen or fallen, and one that does not is not told of', () => {
  const items = ladders('D1.1', 'D1.2', 'D1.3');
  const [earlier, later] = [
    round({ items }, { 'D1.1': 1, 'D1.2': 3, 'D1.3': 2 }),
    round({ items }, { 'D1.1': 2, 'D1.2': 1, 'D1.3': 2 }),
  ];

  expect(moves(earlier, later)).toEqual({ 'D1.1': 'risen', 'D1.2': 'fallen' });
  expect(moveItems(earlier, later, undefined)[0]).toMatchObject({
    dimension: 'D1',
    earlierQuestion: null,
    saidThen: { state: 'words', text: { sv: 'level 1', en: 'level 1 (en)' } },
    saidNow: { state: 'words', text: { sv: 'level 2', en: 'level 2 (en)' } },
  });
});

test('a vet ej that became an answer is no rise, the other way no fall, and neither is what was answered once', () => {
  const items = ladders('D1.1', 'D1.2', 'D1.3', 'D1.4', 'D1.5');
  const earlier = round({ items }, { 'D1.1': '?', 'D1.2': 3, 'D1.3': '-', 'D1.4': 2, 'D1.5': '?' });
  const later = round({ items }, { 'D1.1': 4, 'D1.2': '?', 'D1.3': 1, 'D1.5': '-' });

  expect(moves(earlier, later)).toEqual({
    'D1.1': 'known-now',
    'D1.2': 'unknown-now',
    'D1.3': 'only-now',
    'D1.4': 'only-then',
  });
});

test('what may not be compared is told of with why, also where it was answered alike', () => {
  const before = { items: [...ladders('D1.1', 'D1.2', 'D1.3', 'D1.5'), yesNo('D1.6', 4)] };
  const after = {
    items: [...ladders('D1.1', 'D1.2', 'D1.4', 'D1.5'), yesNo('D1.6', 2)],
    words: { 'D1.1': 'asked otherwise', 'D1.2': 'something else', 'D1.5': 'nothing said of it' },
  };
  const given = { 'D1.1': 1, 'D1.2': 1, 'D1.3': 1, 'D1.5': 1 };
  const yes = { 'D1.6': answer({ state: 'yes-no', yes: true }) };
  const earlier = round(before, given, yes);
  const later = round(after, { ...given, 'D1.1': 2, 'D1.4': 1, 'D1.3': '?' }, yes);

  // D1.1 asks the same in other words, and is compared.
  expect(moves(earlier, later, { 'D1.1': 'kept', 'D1.2': 'changed' })).toEqual({
    'D1.1': 'risen',
    'D1.2': 'reworded',
    'D1.5': 'reworded',
    'D1.6': 'rescaled',
    'D1.4': 'added',
    'D1.3': 'removed',
  });
});

test('both wordings stand beside each other, and what is gone keeps its own', () => {
  const earlier = round({ items: ladders('D1.1', 'D1.2') }, { 'D1.1': 1, 'D1.2': 3 });
  const later = round({ items: ladders('D1.1'), words: { 'D1.1': 'another' } }, { 'D1.1': 1 });
  const relations = mapItems(earlier.definition, later.definition, diffVersions(earlier.definition, later.definition));

  expect(moveItems(earlier, later, relations)).toMatchObject([
    { item: 'D1.1', question: { sv: 'another' }, earlierQuestion: { sv: 'D1.1' } },
    { item: 'D1.2', question: { sv: 'D1.2' }, earlierQuestion: null, saidNow: { state: 'not-asked' } },
  ]);
});
