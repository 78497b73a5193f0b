import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const catalogues = globSync(['client/src/**/sv.po', 'client/src/locales/sv/*.po'], { cwd: root });

/** What only somebody reads who is asked to answer a part: one person, whose answers are not the firm's. */
const toOnePerson = [
  'respondents/invitation-page.tsx',
  'respondents/begun-here.tsx',
  'respondents/begin-form.tsx',
  'respondents/closed-here.tsx',
  'respondents/open-invitation.tsx',
  'respondents/poster.tsx',
  'answering/counts-alone.tsx',
  'answering/hand-in.tsx',
  'answering/invitation-ended.tsx',
  'answering/leave-here.tsx',
  'answering/own-link.tsx',
  'answering/resumed-part.tsx',
  'answering/who-sees-what.tsx',
  'lib/use-counts-alone-words.ts',
  'answering/closed-answers-page.tsx',
  'answering/late-answer-notice.tsx',
  'answering/use-own-part-words.ts',
];

/** The Swedish of every message that a firm reads, with what is broken over several lines joined. */
const wordsOf = (file: string): string[] =>
  readFileSync(path.join(root, file), 'utf8')
    .replaceAll('"\n"', '')
    .split('\n\n')
    .filter((message) => {
      const places = message.split('\n').filter((line) => line.startsWith('#: '));
      return places.length === 0 || !places.every((line) => toOnePerson.some((place) => line.includes(`/${place}:`)));
    })
    .flatMap((message) => message.split('\n'))
    .filter((line) => line.startsWith('msgstr '));

test('the reader is addressed as ni everywhere, never as du, but for who is asked to answer a part', () => {
  expect(catalogues.length).toBeGreaterThan(10);
  const familiar = /(?<!\p{L})(du|dig|din|ditt|dina)(?!\p{L})/iu;
  expect(catalogues.flatMap((file) => wordsOf(file).filter((words) => familiar.test(words)))).toEqual([]);
});
