import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import {
  answersOf,
  dontKnow,
  ladder,
  level,
  notApplicable,
  rules,
  structureOf,
  workshop,
} from '../../support/small-instrument.ts';

const marks = fc.constantFrom<number | '?' | '-' | undefined>(0, 1, 2, 3, 4, '?', '-', undefined);

/** Three dimensions of up to six items with weights, and an answer, *vet ej*, *ej relevant* or nothing to each. */
const cases = fc
  .array(
    fc.record({ dimension: fc.constantFrom('D1', 'D2', 'PM1'), weight: fc.integer({ min: 1, max: 5 }), mark: marks }),
    {
      minLength: 1,
      maxLength: 18,
    },
  )
  .map((rows) => {
    const items = rows.map(({ dimension, weight }, index) => ladder(`${dimension}.${index}`, { weight }));
    const given = rows.flatMap(({ dimension, mark }, index) =>
      mark === undefined ? [] : [[`${dimension}.${index}`, mark] as const],
    );
    return { items, answers: answersOf(Object.fromEntries(given)) };
  });

type Case = { items: ReturnType<typeof ladder>[]; answers: Answers };

function score({ items, answers }: Case): ScoreProfile {
  return scoreResponse(structureOf(items), 'quick', workshop, answers);
}

const byCode = (profile: ScoreProfile) =>
  [...profile.dimensions]
    .sort((a, b) => a.dimension.localeCompare(b.dimension))
    .map(({ items: _items, ...rest }) => rest);

test('levels lie within 0-4, within their range, and percent is 25 times the level', () => {
  fc.assert(
    fc.property(cases, (given) => {
      for (const { level: reached, percent, range } of score(given).dimensions) {
        if (range !== null) {
          expect(range.lowest).toBeGreaterThanOrEqual(0);
          expect(range.highest).toBeLessThanOrEqual(4);
          expect(range.lowest).toBeLessThanOrEqual(range.highest);
        }
        if (reached !== null && range !== null) {
          expect(reached).toBeGreaterThanOrEqual(range.lowest);
          expect(reached).toBeLessThanOrEqual(range.highest);
          expect(percent).toBe(reached * 25);
        }
      }
    }),
  );
});

test('the order of items and of answers does not matter', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), (given, random) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((entry) => ({ entry, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
      const shuffled = {
        items: shuffle(given.items),
        answers: Object.fromEntries(shuffle(Object.entries(given.answers))),
      };

      expect(byCode(score(shuffled))).toEqual(byCode(score(given)));
      expect(score(shuffled).parts).toEqual(score(given).parts);
    }),
  );
});

test('raising one answer never lowers its dimension', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (given, pick) => {
      const raisable = Object.entries(given.answers).filter(([, found]) => found?.value?.state === 'level');
      const [code, found] = raisable[pick % Math.max(raisable.length, 1)] ?? [];
      fc.pre(code !== undefined && found?.value?.state === 'level' && found.value.level < 4);
      const before = score(given);
      const raised = found.value.state === 'level' ? level(found.value.level + 1) : found;
      const after = score({ ...given, answers: { ...given.answers, [code]: raised } });

      for (const [index, { level: reached, range }] of before.dimensions.entries()) {
        expect(after.dimensions[index]?.level ?? 0).toBeGreaterThanOrEqual(reached ?? 0);
        expect(after.dimensions[index]?.range?.lowest ?? 0).toBeGreaterThanOrEqual(range?.lowest ?? 0);
      }
    }),
  );
});

test('not knowing an answer never narrows the range', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (given, pick) => {
      const known = Object.entries(given.answers).filter(([, found]) => found?.value?.state === 'level');
      const [code] = known[pick % Math.max(known.length, 1)] ?? [];
      fc.pre(code !== undefined);
      const before = score(given);
      const after = score({ ...given, answers: { ...given.answers, [code]: dontKnow } });

      for (const [index, { range }] of before.dimensions.entries()) {
        const wider = after.dimensions[index]?.range;
        expect(wider?.lowest ?? 0).toBeLessThanOrEqual(range?.lowest ?? 0);
        expect(wider?.highest ?? 0).toBeGreaterThanOrEqual(range?.highest ?? 0);
      }
    }),
  );
});

test('an item marked not relevant counts as if it had never been asked', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const extra = ladder('D1.extra', { weight: 5 });
      const asked = { items: [...given.items, extra], answers: { ...given.answers, 'D1.extra': notApplicable } };
      fc.pre(given.items.some(({ code }) => code.startsWith('D1.')));

      expect(byCode(score(asked))).toEqual(byCode(score(given)));
    }),
  );
});

test('the same response always gives the same profile', () => {
  fc.assert(
    fc.property(cases, (given) => {
      expect(score(given)).toEqual(score(structuredClone(given)));
      expect(score(given).rulesVersion).toBe(rules.version);
    }),
  );
});
