import { expect, test } from 'vitest';
import { compareParts } from '#shared/domain/routing/compare-parts.ts';
import type { Component } from '#shared/domain/routing/routing.ts';

const part = (code: Component['code'], points: number, ruleId: string | null = null): Component => ({
  code,
  value: 1,
  weight: points,
  points,
  ruleId,
});

// X-12 gives 30 for the stance and 5 more to what it names: 35 against 30, and so 5 ahead by that rule.
test('a rule that gives twice counts as one part, and what a rule takes counts too', () => {
  const own = [part('giver', 2), part('rule', 30, 'X-12'), part('rule', -3, 'M-small'), part('home-county', 0.5)];
  const theirs = [part('giver', 2), part('rule', 30, 'X-12'), part('rule', 5, 'X-12'), part('green', 0)];

  expect(compareParts(own, theirs)).toEqual([
    { code: 'giver', ruleId: null, own: 2, theirs: 2 },
    { code: 'rule', ruleId: 'X-12', own: 30, theirs: 35 },
    { code: 'rule', ruleId: 'M-small', own: -3, theirs: 0 },
  ]);
});
