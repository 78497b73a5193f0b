import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lix } from '#shared/domain/instrument/wording/readability.ts';

describe('LIX by hand', () => {
  // Sentences: "Vi mäter tiden", "Maskinen stannar sällan" = 2. Words: 3 + 3 = 6. Longer than six letters: maskinen
  // (8) and stannar (7), not sällan (6) = 2. 6 / 2 + 100 x 2 / 6 = 3 + 33.33 = 36.33.
  test('counts words per sentence and words longer than six letters', () => {
    expect(lix(['Vi mäter tiden. Maskinen stannar sällan.'])).toBeCloseTo(36.33, 2);
  });

  // Sentences: the question and the level without a full stop = 2. Words: 6 + 1 = 7. Long: arbetssätt = 1.
  // 7 / 2 + 100 x 1 / 7 = 3.5 + 14.29 = 17.79.
  test('takes a text without a full stop as a sentence of its own', () => {
    expect(lix(['Hur ofta provar ni nya arbetssätt?', 'Aldrig'])).toBeCloseTo(17.79, 2);
  });

  // A colon ends a sentence: 2. Words: ni, har, it-stöd, order, lager, och, inköp = 7. The hyphen is no letter, so
  // it-stöd has six and is not long: 0. 7 / 2 + 0 = 3.5.
  test('ends a sentence at a colon, and counts letters rather than hyphens', () => {
    expect(lix(['Ni har it-stöd: order, lager och inköp.'])).toBe(3.5);
  });

  // One sentence of 3 words, all long (kvalitetskontroll, dokumenteras, digitalt): 3 + 100 = 103.
  test('is over 100 when every word is long', () => {
    expect(lix(['Kvalitetskontroll dokumenteras digitalt!'])).toBe(103);
  });

  // A full stop inside a number ends nothing: 1 sentence of 5 words (det, tar, 3, 5, timmar), none long.
  test('does not end a sentence inside a number', () => {
    expect(lix(['Det tar 3.5 timmar'])).toBe(5);
  });

  test.each([[[]], [['']], [['...', ' – ']]])('of no words is 0 (%j)', (texts) => {
    expect(lix(texts)).toBe(0);
  });
});

describe('LIX in general', () => {
  const words = fc.constantFrom('vi', 'arbete', 'maskinen', 'uppföljning', 'på', 'e-post', 'order.', 'varför?');
  const texts = fc.array(
    fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' ')),
    { minLength: 1, maxLength: 6 },
  );

  test('does not depend on the order of the texts', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(lix(list.toReversed())).toBe(lix(list));
      }),
    );
  });

  test('of a text said twice is that of the text', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(lix([...list, ...list])).toBeCloseTo(lix(list), 9);
      }),
    );
  });

  test('never falls when two sentences are made one', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(lix([list.join(' ')])).toBeGreaterThanOrEqual(lix(list) - 1e-9);
      }),
    );
  });
});
