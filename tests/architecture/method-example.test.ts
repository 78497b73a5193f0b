import { expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import { presentLevel } from '#shared/domain/scoring/present-level.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';

const { definition, bundle } = await loadContent(contentFolder);

const given = (value: Answer['value']): Answer => ({ value, comment: '' });
const level = (points: number) => given({ state: 'level', level: points });
const choice = (code: string) => given({ state: 'choice', choice: code });
const dontKnow = given({ state: 'dont-know' });

const answers: Answers = {
  'IB.administration': choice('large'),
  'IB.business-development': choice('small'),
  'D9.1': level(2),
  'D9.2': level(3),
  'D9.3': given({ state: 'not-applicable' }),
  'D9.4': level(1),
  'D9.5': dontKnow,
};
const scored = (more: Answers = {}) => {
  const scores = scoreResponse(definition.structure, 'digital', bundle.demoFirm.profile, { ...answers, ...more });
  const security = scores.dimensions.find(({ dimension }) => dimension === 'D9');
  return { ...security, gap: scores.gaps[0]?.steps };
};

// Calculated by hand in docs/method.md, "An example by hand".
test('the example of docs/method.md comes out as it says', () => {
  const first = scored();
  const range = first.range ?? null;

  expect(first).toMatchObject({ status: 'scored', level: 2, percent: 50, band: 'mid', gap: 2 });
  expect(range).toEqual({ lowest: 1.2, highest: 2.8 });
  expect(first.rangeBands).toEqual({ lowest: 'low', highest: 'high' });
  expect(presentLevel(2, range)).toMatchObject({ kind: 'between' });
});

test('so do its two variants', () => {
  const known = scored({ 'D9.5': level(2) });
  const unsure = scored({ 'D9.4': dontKnow });

  expect(known).toMatchObject({ level: 2, range: { lowest: 1.6, highest: 2.4 } });
  expect(presentLevel(2, known.range ?? null)).toMatchObject({ kind: 'about', level: 2 });
  expect(unsure).toMatchObject({ status: 'too-few-answers', level: null, range: { lowest: 1, highest: 3.4 } });
});
