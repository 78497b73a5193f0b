import { expect, test } from 'vitest';
import { checkTextReadability, textReadabilityOf } from '#shared/domain/wording/text-readability.ts';

const text = (sv: string) => ({ sv, en: 'Uppföljning '.repeat(20) });
// One sentence of 4 words, none longer than six letters: 4 + 0 = 4.
const easy = { code: 'easy', name: text('Vi gör en plan') };
// Sentences of 2 and 2 words, of which 2 are long: 4 / 2 + 100 * 2 / 4 = 52.
const hard = { code: 'hard', name: text('En uppföljning'), steps: [{ why: text('Två förbättringar') }] };

test('gives the LIX of everything an entry says in Swedish, hardest first', () => {
  expect(textReadabilityOf([easy, hard])).toEqual([
    { code: 'hard', lix: 52 },
    { code: 'easy', lix: 4 },
  ]);
});

test('gives 0 to an entry that says nothing in Swedish', () => {
  expect(textReadabilityOf([{ code: 'mute' }, { code: 'odd', ...{ name: { sv: 3 } } }])).toEqual([
    { code: 'mute', lix: 0 },
    { code: 'odd', lix: 0 },
  ]);
});

test('finds entries harder than a question may be', () => {
  expect(checkTextReadability('packages', [easy, hard])).toEqual([
    { code: 'hard-to-read', path: 'packages/hard', detail: 'LIX 52, at most 50' },
  ]);
});

test('takes an entry at the limit', () => {
  // Two sentences with 20 words together, of which 8 are long: 20 / 2 + 100 * 8 / 20 = 50.
  const words = `${'ord '.repeat(6)}${'uppgiften '.repeat(4)}`.trim();

  expect(checkTextReadability('packages', [{ code: 'limit', ...{ name: text(`${words}. ${words}`) } }])).toEqual([]);
});
