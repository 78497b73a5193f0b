import { expect, test } from 'vitest';
import { useNamesInSentence } from '#client/src/lib/use-names-in-sentence.ts';
import { show } from '../ui/show.tsx';

function Names({ names }: { names: readonly string[] }) {
  return useNamesInSentence()(names);
}
const said = (names: readonly string[], language: 'sv' | 'en' = 'sv') =>
  show(<Names names={names} />, language).container.textContent;

test.each([
  [[], ''],
  [['Ledning'], 'Ledning'],
  [['Ledning', 'Mätning', 'Flöde'], 'Ledning, Mätning och Flöde'],
  [['Ledning', 'Mätning', 'Flöde', 'Teknik'], 'Ledning, Mätning, Flöde och fler som ligger lika'],
])('%j are named in one sentence', (names, sentence) => {
  expect(said(names)).toBe(sentence);
});

test('are named in English', () => {
  expect(said(['Flow', 'Data', 'Lead', 'Tech'], 'en')).toBe('Flow, Data, Lead and more that stand alike');
});
