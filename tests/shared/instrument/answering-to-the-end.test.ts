import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import { completeness } from '#shared/domain/answers/completeness.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { checkDefinition } from '#shared/domain/instrument/check-definition.ts';
import { checkReach } from '#shared/domain/instrument/check-reach.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemsOnPath, stepsOnPath } from '#shared/domain/instrument/path.ts';
import {
  dimensionTextKeys,
  formTextKeys,
  itemTextKeys,
  scaleTextKeys,
  sectionTextKeys,
  sizeNoteKey,
} from '#shared/domain/instrument/text-keys.ts';
import type { DimensionScore } from '#shared/domain/scoring/score.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { anyAnswer, givenAnswer, picks } from './arbitrary-answers.ts';
import { firmProfiles, instrumentSources } from './arbitrary-instrument.ts';
import { shipped } from './shipped-instrument.ts';

type Reply = (item: Item, pick: number) => Answer;
type Walk = { definition: Definition; form: string; profile: FirmProfile; numbers: readonly number[] };

/** Answers the first question on the path that has none, until there is none: each answer may change what comes. */
function answerAll({ definition, form, profile, numbers }: Walk, reply: Reply): Answers {
  const { structure } = definition;
  let answers: Answers = {};
  for (const [round] of structure.items.entries()) {
    const next = itemsOnPath(structure, form, profile, answers).find(({ code }) => answers[code] === undefined);
    if (next === undefined) return answers;
    answers = { ...answers, [next.code]: reply(next, numbers[round % numbers.length] ?? 0) };
  }
  return answers;
}

function keysShown(item: Item, profile: FirmProfile): string[] {
  const { question, level, choice, unit } = itemTextKeys;
  const note = sizeNoteKey(item, profile.sizeClass);
  return [
    question(item),
    ...(note === undefined ? [] : [note]),
    ...(item.kind === 'ladder' ? [0, 1, 2, 3, 4].flatMap((n) => [level(item, n), scaleTextKeys.level(n)]) : []),
    ...('choices' in item ? item.choices.map(({ code }) => choice(item, code)) : []),
    ...(item.kind === 'number' ? [unit(item)] : []),
  ];
}

function keysOfWalk({ definition, form, profile }: Walk, answers: Answers): string[] {
  const sections = stepsOnPath(definition.structure, form, profile, answers);
  return [
    ...form.split('+').flatMap((code) => [formTextKeys.name(code), formTextKeys.about(code)]),
    ...sections.flatMap(({ code }) => [sectionTextKeys.name(code), sectionTextKeys.about(code)]),
    ...sections.flatMap(({ steps }) => steps.flatMap(({ items }) => items.flatMap((item) => keysShown(item, profile)))),
  ];
}

function keysOfScore({ dimension, band }: DimensionScore): string[] {
  if (band === null) return [];
  const { meaning, next } = dimensionTextKeys;
  return [scaleTextKeys.band(band), meaning(dimension, band), next(dimension, band)];
}

function expectWords({ texts }: Definition, keys: readonly string[]): void {
  const missing = keys.filter((key) => !texts.sv[key] || !texts.en[key]);
  expect(missing).toEqual([]);
}

/** Scored when any item that counts was asked and not set aside; otherwise the dimension does not concern the firm. */
function expectScored(score: DimensionScore): void {
  const counts = score.items.filter(({ state, weight }) => weight > 0 && state !== 'off-path');
  expect(counts.filter(({ state }) => state !== 'answered')).toEqual([]);
  expect(score.status).toBe(counts.length > 0 ? 'scored' : 'not-applicable');
  if (score.level === null) return;
  expect(score.level).toBeGreaterThanOrEqual(0);
  expect(score.level).toBeLessThanOrEqual(4);
  expect(score.range).toEqual({ lowest: score.level, highest: score.level });
}

function expectWalkable(walk: Walk): void {
  const { structure } = walk.definition;
  const answers = answerAll(walk, anyAnswer);
  const onPath = itemsOnPath(structure, walk.form, walk.profile, answers);
  const { unanswered, nextStep } = completeness(structure, walk.form, walk.profile, answers);

  expect(onPath.filter(({ code }) => answers[code] === undefined)).toEqual([]);
  expect(onPath.flatMap((item) => checkAnswer(item, answers[item.code] ?? { value: null, comment: '' }))).toEqual([]);
  expect({ unanswered, nextStep }).toEqual({ unanswered: 0, nextStep: null });
  expectWords(walk.definition, keysOfWalk(walk, answers));
}

function expectScorable(walk: Walk): void {
  const answers = answerAll(walk, givenAnswer);
  const { dimensions, parts } = scoreResponse(walk.definition.structure, walk.form, walk.profile, answers);

  for (const score of dimensions) expectScored(score);
  expectWords(walk.definition, dimensions.flatMap(keysOfScore));
  for (const { level } of parts) expect(level === null || (level >= 0 && level <= 4)).toBe(true);
}

const forms = ['short', 'long', 'part', 'short+long', 'part+short', 'long+part+short'];
const walks: fc.Arbitrary<Walk> = fc
  .record({ sources: instrumentSources, form: fc.constantFrom(...forms), profile: firmProfiles, numbers: picks })
  .map(({ sources, ...rest }) => ({ definition: assembleDefinition(sources), ...rest }))
  .filter(({ definition }) => [...checkDefinition(definition), ...checkReach(definition)].length === 0);
const shippedForms = shipped.structure.forms.map(({ code }) => code);
const shippedWalks: fc.Arbitrary<Walk> = fc.record({
  definition: fc.constant(shipped),
  form: fc.constantFrom(...shippedForms, 'snabbkoll+digital', 'snabbkoll+digital+process+fordjupning'),
  profile: firmProfiles,
  numbers: picks,
});

describe('any instrument that passes its checks', () => {
  test('can be answered to the end, and has words for all it asks in both languages', () => {
    fc.assert(fc.property(walks, expectWalkable), { numRuns: 150 });
  });

  test('gives every dimension that concerns the firm a level once all is answered', () => {
    fc.assert(fc.property(walks, expectScorable), { numRuns: 150 });
  });

  test('gives every dimension a level as long as no answer decides what comes', () => {
    const isDecidedByAnswers = ({ structure }: Definition) => JSON.stringify(structure.items).includes('"item":');

    fc.assert(
      fc.property(
        walks.filter(({ definition }) => !isDecidedByAnswers(definition)),
        (walk) => {
          const answers = answerAll(walk, givenAnswer);
          const { dimensions } = scoreResponse(walk.definition.structure, walk.form, walk.profile, answers);

          expect(dimensions.map(({ status }) => status)).toEqual(dimensions.map(() => 'scored'));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the shipped instrument', () => {
  test('can be answered to the end, and has words for all it asks in both languages', () => {
    fc.assert(fc.property(shippedWalks, expectWalkable), { numRuns: 12 });
  });

  test('gives every dimension that concerns the firm a level once all is answered', () => {
    fc.assert(fc.property(shippedWalks, expectScorable), { numRuns: 12 });
  });
});
