import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportWords } from '#server/features/achievement/report-words.ts';
import { acceptedStates, firstOutcomes } from '#shared/domain/achievement/requests.ts';
import { moveReasons } from '#shared/domain/referral/move-words.ts';

const catalogue = path.resolve(import.meta.dirname, '../../../client/src/features/achievement/locales/sv.po');

/** What is filled in has other names on the page than in the report. */
const withoutNames = (text: string) => text.replaceAll(/\{\w+\}/g, '{}');

/** The Swedish of the page by its English. */
const onThePage = new Map(
  [...readFileSync(catalogue, 'utf8').matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)].map(
    ([, english = '', swedish = '']) =>
      [english, swedish].map((text) => withoutNames(text.replaceAll('\\"', '"'))) as [string, string],
  ),
);

const [swedish, english] = [reportWords('sv'), reportWords('en')];
const codes = [...firstOutcomes, ...acceptedStates, ...moveReasons.decline];

test.each(codes)('the page and the report have one name for %s', (code) => {
  expect(onThePage.get(english.part(code))).toBe(swedish.part(code));
});

test('the page and the report explain in the same words how each figure is counted', () => {
  const explained = english.method({}).map((text) => onThePage.get(withoutNames(text)));

  expect(explained).toEqual(swedish.method({}).map(withoutNames));
});
