import { expect, test } from 'vitest';
import type { RoutingCondition } from '#shared/domain/routing/routing-condition.ts';
import type { RuleEffect } from '#shared/domain/routing/routing-rule.ts';
import { check, rule, withRule } from './small-catalogue.ts';

const faultyConditions: readonly (readonly [string, RoutingCondition])[] = [
  ['unknown-dimension', { dimension: 'D2', band: ['low'] }],
  ['unknown-dimension', { meanOf: ['D1', 'D2'], minimumScored: 1, band: ['low'] }],
  ['unknown-dimension', { not: { everyOf: ['D2'], band: ['low'] } }],
  ['unknown-dimension', { any: [{ importance: 'D2', atLeast: 1 }] }],
  ['unknown-band', { dimension: 'D1', band: ['middling'] }],
  ['unknown-item', { all: [{ item: 'D1.99', atLeast: 1 }] }],
  ['unknown-wish', { wish: 'D1', is: ['perhaps'] }],
  ['unknown-gap', { gap: 'none', atLeast: 2 }],
];

test.each(faultyConditions)('%s in the condition of a rule', (code, when) => {
  expect(withRule({ when })).toEqual([`${code} rules/X-1/when`]);
});

test('an item that no form asks yet may be named when it is listed', () => {
  const rules = [{ ...rule, when: { item: 'D1.99', atMost: 1 } }];
  expect(check({ rules, itemsNotAsked: ['D1.99'] })).toEqual([]);
});

const faultyEffects: readonly (readonly [string, RuleEffect])[] = [
  ['unknown-package', { effect: 'include', codes: ['nothing'] }],
  ['unknown-package', { effect: 'prefer', packages: { codes: ['nothing'] }, points: 1 }],
  ['unknown-dimension', { effect: 'postpone', packages: { dimensions: ['D2'] } }],
  ['unknown-dimension', { effect: 'emphasise', dimensions: ['D2'], factor: 1.5 }],
  ['unused-tag', { effect: 'withhold', packages: { tags: ['nowhere'] } }],
  ['unused-tag', { effect: 'attach', attachment: 'element', to: { tags: ['nowhere'] } }],
  ['unknown-attachment', { effect: 'attach', attachment: 'nothing' }],
  ['unknown-notice', { effect: 'notice', notice: 'nothing' }],
];

test.each(faultyEffects)('%s in an effect of a rule', (code, effect) => {
  expect(withRule({ effects: [effect] })).toEqual([`${code} rules/X-1/effects`]);
});
