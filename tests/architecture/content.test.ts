import { describe, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import { completeness } from '#shared/domain/answers/completeness.ts';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { workshop } from '../support/small-instrument.ts';

const { definition, bundle } = await loadContent(contentFolder);
const { structure, texts } = definition;
const ladders = structure.items.filter(({ kind }) => kind === 'ladder');
const levelsOf = (item: (typeof ladders)[number]) => [0, 1, 2, 3, 4].map((level) => itemTextKeys.level(item, level));

/** Läsbarhetsindex: words per sentence, plus the share of words longer than six letters in per cent. */
function lix(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sentences = Math.max((text.match(/[.!?:](\s|$)/g) ?? []).length, 1);
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (long * 100) / Math.max(words.length, 1);
}

describe('the quick check', () => {
  test('asks the 42 questions of the brief, in 19 dimensions', () => {
    expect(ladders).toHaveLength(42);
    expect(structure.dimensions.map(({ code }) => code)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `D${number}`),
      ...[1, 2, 3, 4, 5, 6].map((number) => `PM${number}`),
      ...[1, 2, 3, 4].map((number) => `X${number}`),
    ]);
    expect(completeness(structure, 'snabbkoll', workshop, {}).total).toBe(42);
  });

  test('offers "not relevant" exactly where the brief does', () => {
    expect(ladders.filter(({ allowsNotApplicable }) => allowsNotApplicable).map(({ code }) => code)).toEqual([
      'D2.2',
      'X4.1',
      'X4.2',
    ]);
  });

  test.each(['sv', 'en'] as const)('fits a phone in %s', (language) => {
    const tooLong = ladders.flatMap((item) => [
      ...((texts[language][itemTextKeys.question(item)]?.length ?? 0) > 140 ? [item.code] : []),
      ...levelsOf(item).filter((key) => (texts[language][key]?.length ?? 0) > 160),
    ]);
    expect(tooLong).toEqual([]);
  });

  test('is easy to read: no question with its levels above LIX 50', () => {
    const hard = ladders
      .map((item) => ({
        code: item.code,
        lix: lix([itemTextKeys.question(item), ...levelsOf(item)].map((key) => texts.sv[key] ?? '').join(' ')),
      }))
      .filter((each) => each.lix > 50);
    expect(hard).toEqual([]);
  });

  test('says everything in both languages, neither a copy of the other', () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.sv).sort());
    const copies = Object.entries(texts.sv).filter(([key, text]) => text.includes(' ') && texts.en[key] === text);
    expect(copies).toEqual([]);
  });

  test('uses no word that counts without a number, and flatters nobody', () => {
    const forbidden = /\b(ofta|sällan|regelbundet|naturligtvis|självklart|givetvis)\b/i;
    expect(Object.entries(texts.sv).filter(([, text]) => forbidden.test(text))).toEqual([]);
  });

  test('gives every firm of every size its note', () => {
    const covered = new Set(ladders.flatMap(({ sizeNotes }) => sizeNotes.flat()));
    expect([...covered].sort()).toEqual(['1-4', '10-49', '250-plus', '5-9', '50-249']);
  });
});

describe('the simulated firm', () => {
  test('answers every question in a way the questions allow', () => {
    const { answers, profile } = bundle.demoFirm;
    const issues = structure.items.flatMap((item) => {
      const answer = answers[item.code];
      return answer === undefined ? [] : checkAnswer(item, answer);
    });
    expect(issues).toEqual([]);
    expect(Object.keys(answers).filter((code) => !structure.items.some((item) => item.code === code))).toEqual([]);
    expect(completeness(structure, 'snabbkoll', profile, answers).unanswered).toBe(0);
  });

  test('is called simulated', () => {
    expect(bundle.demoFirm.firmName).toMatch(/simulera/i);
  });
});
