import { describe, expect, test } from 'vitest';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { checkWording, lengthLimitOf, readabilityOf } from '#shared/domain/instrument/wording/check-wording.ts';
import { highestLix, lengthLimits } from '#shared/domain/instrument/wording/wording-rules.ts';
import type { Language } from '#shared/domain/language.ts';
import { shipped } from '../shipped-instrument.ts';
import { smallSources } from '../small-sources.ts';

const small = assembleDefinition(smallSources);

/** The small instrument with some of its words replaced, or taken away by null. */
function withTexts(changes: Readonly<Record<string, string | null>>, languages: readonly Language[] = ['sv']) {
  const replaced = (language: Language) =>
    Object.fromEntries(
      Object.entries({ ...small.texts[language], ...(languages.includes(language) ? changes : {}) }).flatMap(
        ([key, text]) => (text === null ? [] : [[key, text] as const]),
      ),
    );
  return { ...small, texts: { sv: replaced('sv'), en: replaced('en') } };
}

const found = (definition: Definition) => checkWording(definition).map(({ code, path }) => `${code} ${path}`);

test('the small and the shipped instrument have nothing to remark on', () => {
  expect(checkWording(small)).toEqual([]);
  expect(checkWording(shipped)).toEqual([]);
});

describe('text-too-long', () => {
  const key = 'D1.1.level.2';
  const limit = lengthLimits.level;

  test.each(['sv', 'en'] as const)('is found in %s one character above the limit, not at it', (language) => {
    const atLimit = withTexts({ [key]: 'a'.repeat(limit) }, [language]);
    const above = withTexts({ [key]: 'a'.repeat(limit + 1) }, [language]);

    expect(found(atLimit).filter((issue) => issue.startsWith('text-too-long'))).toEqual([]);
    expect(checkWording(above)).toContainEqual(
      expect.objectContaining({
        code: 'text-too-long',
        path: key,
        file: 'dimensions/D1.yaml',
        about: { language, length: limit + 1, limit },
      }),
    );
  });

  test.each<[string, number | undefined]>([
    ['D1.1.question', lengthLimits.question],
    ['D1.1.subcontractor', lengthLimits.question],
    ['D1.1.help', lengthLimits.help],
    ['D1.1.trace', lengthLimits.trace],
    ['D1.1.level.0', lengthLimits.level],
    ['IB.sales.choice.none', lengthLimits.choice],
    ['IB.sales.choice.help', lengthLimits.choice],
    ['IB.sales.choice.question', lengthLimits.choice],
    ['D1.1.size-note.1', lengthLimits.sizeNote],
    ['D1.feedback.low.usual.small', lengthLimits.feedback],
    ['D1.band.low.meaning', lengthLimits.meaning],
    ['D1.band.low.next', lengthLimits.meaning],
    ['staged.process.1.meaning', lengthLimits.meaning],
    ['D1.name', lengthLimits.name],
    ['form.quick.name', lengthLimits.name],
    ['scale.level.0', undefined],
    ['D1.about', undefined],
  ])('measures %s by its own limit', (text, expected) => {
    expect(lengthLimitOf(text)).toBe(expected);
  });
});

describe('forbidden-word', () => {
  test.each<[Language, string]>([
    ['sv', 'Har ni det i Excel?'],
    ['sv', 'Finns det i ett Excelark?'],
    ['sv', 'Betalar ni Microsofts avgift?'],
    ['sv', 'Följer ni GDPR?'],
    ['sv', 'Är ni redo för NIS2?'],
    ['sv', 'Hur gör ni 2027?'],
    ['sv', 'Bra gjort!'],
    ['sv', 'Självklart mäter ni.'],
    ['sv', 'Ofta mäter ni.'],
    ['sv', 'Många mäter.'],
    ['en', 'Is it in Power BI?'],
    ['en', 'Are you ready for the AI Act?'],
    ['en', 'You clearly measure.'],
    ['en', 'You often measure.'],
    ['en', 'Many measure.'],
  ])('is found in %s: %s', (language, text) => {
    expect(found(withTexts({ 'D1.1.question': text }, [language]))).toEqual(['forbidden-word D1.1.question']);
  });

  test.each<[Language, string]>([
    ['sv', 'Hur många mäter?'],
    ['sv', 'Fler än 10 000 delar om 20 000.'],
    ['sv', 'En excellent lösning.'],
    ['sv', 'Is it often clearly so?'],
    ['en', 'How many measure?'],
    ['en', 'Har ni ofta ibland?'],
    ['en', 'An excellent sapphire.'],
  ])('is not found in %s: %s', (language, text) => {
    expect(found(withTexts({ 'D1.1.question': text }, [language]))).toEqual([]);
  });

  test('names the word and its language', () => {
    const issues = checkWording(withTexts({ 'D1.1.help': 'Det görs ofta.' }));

    expect(issues).toMatchObject([{ file: 'dimensions/D1.yaml', about: { language: 'sv', word: 'ofta' } }]);
  });
});

describe('text-copied', () => {
  test('is found when two words or more are the same in both languages', () => {
    expect(found(withTexts({ 'D1.1.question': 'Har ni en plan?' }, ['sv', 'en']))).toEqual([
      'text-copied D1.1.question',
    ]);
  });

  test.each(['Service', 'ISO 9001', 'A'])('is not found of %s, which may be the same in both', (text) => {
    expect(found(withTexts({ 'D1.1.question': text }, ['sv', 'en']))).toEqual([]);
  });
});

describe('hard-to-read', () => {
  // D1.1 has six texts: the question and five levels of three words each ("none på svenska"), 15 words of which 5
  // are long (svenska, 7). With a question of n long words: (15 + n) / 6 + 100 (5 + n) / (15 + n). For n = 5:
  // 20 / 6 + 1000 / 20 = 3.33 + 50 = 53.33. For n = 3: 18 / 6 + 800 / 18 = 3 + 44.44 = 47.44.
  const long = (words: number) => Array.from({ length: words }, () => 'uppföljning').join(' ');
  const hard = withTexts({ 'D1.1.question': long(5) });

  test('is found of an item above the limit, by the code of its words', () => {
    expect(checkWording(hard)).toMatchObject([
      { code: 'hard-to-read', path: 'D1.1', file: 'dimensions/D1.yaml', about: { lix: 53, limit: highestLix } },
    ]);
    expect(found(withTexts({ 'D1.1.question': long(3) }))).toEqual([]);
  });

  test('puts the hardest item first, and closing questions once', () => {
    const [first, ...rest] = readabilityOf(hard);

    expect(first?.item).toBe('D1.1');
    expect(first?.lix).toBeCloseTo(53.33, 2);
    expect(rest.filter(({ item }) => item === 'ALL.wish')).toHaveLength(1);
    expect(rest.map(({ item }) => item)).not.toContain('D1.wish');
  });

  test('does not look at the English', () => {
    expect(found(withTexts({ 'D1.1.question': long(5) }, ['en']))).toEqual([]);
  });
});

describe('feedback', () => {
  test('missing-feedback: a band of a dimension without it', () => {
    const without = Object.keys(small.texts.sv).filter((key) => key.startsWith('PM1.feedback.high.'));
    const gone = Object.fromEntries(without.map((key) => [key, null]));

    expect(without).toHaveLength(8);
    expect(checkWording(withTexts(gone, ['sv', 'en']))).toMatchObject([
      { code: 'missing-feedback', path: 'PM1.bands.high', file: 'dimensions/PM1.yaml' },
    ]);
  });

  test.each(['usual', 'practice', 'takes'])('sizes-alike: %s is the same for small and large firms', (kind) => {
    const changed = withTexts({ [`D1.feedback.low.${kind}.small`]: 'Lika', [`D1.feedback.low.${kind}.large`]: 'Lika' });

    expect(found(changed)).toEqual([`sizes-alike D1.feedback.low.${kind}`]);
  });
});
