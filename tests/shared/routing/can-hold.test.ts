import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canHold } from '#shared/domain/routing/can-hold.ts';
import { deepestGroup, fitsForm } from '#shared/domain/routing/condition-form.ts';
import { evaluateCondition } from '#shared/domain/routing/evaluate-condition.ts';
import { buildFactBase } from '#shared/domain/routing/fact-base.ts';
import type { RoutingCondition } from '#shared/domain/routing/routing-condition.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { arbitraryCondition, arbitraryFact } from './arbitrary-condition.ts';
import { firms } from './arbitrary-firm.ts';
import { structure } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const world = { bands: ['low', 'mid', 'high'], wishes: ['no', 'later', 'yes'] };
const holds = (condition: RoutingCondition) => canHold(condition, world);

describe('no firm can', () => {
  const impossible: readonly [string, RoutingCondition][] = [
    ['have two sizes', { all: [{ sizeClass: ['1-4'] }, { sizeClass: ['250-plus'] }] }],
    [
      'be low and high in one area',
      {
        all: [
          { dimension: 'D1', band: ['low'] },
          { dimension: 'D1', band: ['high'] },
        ],
      },
    ],
    ['be in none of the bands', { not: { dimension: 'D1', band: ['low', 'mid', 'high'] } }],
    [
      'answer at most 1 and at least 3',
      {
        all: [
          { item: 'D1.1', atMost: 1 },
          { item: 'D1.1', atLeast: 3 },
        ],
      },
    ],
    ['have more than all', { number: 'womenPercent', above: 100 }],
    ['have less than nothing', { number: 'womenPercent', below: 0 }],
    [
      'have more than 50 and no more than 50',
      { all: [{ number: 'womenPercent', above: 50 }, { not: { number: 'womenPercent', above: 50 } }] },
    ],
    ['have three levels of two areas', { meanOf: ['D1', 'D2'], minimumScored: 3, band: ['low'] }],
    [
      'be low everywhere and high in one',
      {
        all: [
          { everyOf: ['D1', 'D2'], band: ['low'] },
          { dimension: 'D2', band: ['high'] },
        ],
      },
    ],
    [
      'meet either of two that both are impossible',
      { any: [{ not: { sizeClass: ['1-4', '5-9', '10-49', '50-249', '250-plus'] } }, { gap: 'x', atLeast: 5 }] },
    ],
  ];
  test.each(impossible)('%s', (_what, condition) => expect(holds(condition)).toBe(false));
});

describe('some firm can', () => {
  const possible: readonly [string, RoutingCondition][] = [
    [
      'have exactly 50',
      { all: [{ not: { number: 'womenPercent', above: 50 } }, { not: { number: 'womenPercent', below: 50 } }] },
    ],
    [
      'be low in one area and high in another',
      {
        all: [
          { dimension: 'D1', band: ['low'] },
          { dimension: 'D2', band: ['high'] },
        ],
      },
    ],
    ['meet one of two', { any: [{ number: 'womenPercent', above: 100 }, { sizeClass: ['1-4'] }] }],
    ['not be low everywhere', { not: { everyOf: ['D1', 'D2'], band: ['low'] } }],
  ];
  test.each(possible)('%s', (_what, condition) => expect(holds(condition)).toBe(true));
});

test('whatever holds of a firm is never said to be impossible', () => {
  fc.assert(
    fc.property(arbitraryCondition, firms, (condition, { answers, profile, context }) => {
      const scoreProfile = scoreResponse(structure, 'quick', profile, answers);
      const facts = buildFactBase({ structure, scoreProfile, answers, profile, catalogue, context });
      const { truth } = evaluateCondition(condition, facts);
      if (truth === 'true') expect(holds(condition)).toBe(true);
      if (truth === 'false') expect(holds({ not: condition })).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a fact and its denial never hold together', () => {
  fc.assert(
    fc.property(arbitraryFact, (fact) => {
      expect(holds({ all: [fact, { not: fact }] })).toBe(false);
    }),
  );
});

describe('the form', () => {
  test('has fields for groups three deep, and no deeper', () => {
    const fact: RoutingCondition = { sizeClass: ['1-4'] };
    const nested = (depth: number): RoutingCondition => (depth === 0 ? fact : { all: [nested(depth - 1)] });
    expect(fitsForm(nested(deepestGroup))).toBe(true);
    expect(fitsForm(nested(deepestGroup + 1))).toBe(false);
  });

  test('has none for what only rules ask', () => {
    expect(fitsForm({ any: [{ sharedNeedWithoutCohort: 5 }] })).toBe(false);
  });
});
