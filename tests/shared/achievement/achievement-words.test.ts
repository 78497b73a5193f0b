import { expect, test } from 'vitest';
import { achievementWords } from '#shared/domain/achievement/achievement-words.ts';
import { acceptedStates, firstOutcomes } from '#shared/domain/achievement/requests.ts';
import { moveReasons } from '#shared/domain/referral/move-words.ts';

const [swedish, english] = [achievementWords('sv'), achievementWords('en')];
const codes = [...firstOutcomes, ...acceptedStates, ...moveReasons.decline];
const filled = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

test.each(codes)('%s has a name in both languages', (code) => {
  expect(swedish.part(code)).not.toBe(code);
  expect(english.part(code)).not.toBe(swedish.part(code));
});

test('how each figure is counted is explained point by point in both languages, with the same numbers in it', () => {
  expect(english.method({}).map(filled)).toEqual(swedish.method({}).map(filled));
  expect(swedish.method({ fewestFirms: 5, step: 5 }).join(' ')).toContain('färre än 5 företag');
});

test('a group is named by its own name, its day and its place', () => {
  expect(swedish.group({ name: null, place: 'Falun' }, '2 mars 2026')).toBe('Började 2 mars 2026, Falun');
  expect(english.group({ name: 'Spring', place: null }, '2 March 2026')).toBe('Spring, began 2 March 2026, online');
});
