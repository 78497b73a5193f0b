import { expect, test } from 'vitest';
import { rulesBringing } from '#shared/domain/outcomes/rules-bringing.ts';
import { catalogue } from '../routing/shipped-catalogue.ts';

/** The rules of the catalogue, of which those that lift packages now give so many points. */
const withPoints = (points: number): typeof catalogue => ({
  ...catalogue,
  rules: catalogue.rules.map((rule) => ({
    ...rule,
    effects: rule.effects.map((effect) => (effect.effect === 'prefer' ? { ...effect, points } : effect)),
  })),
});
const code = catalogue.packages.find(
  (each) => lifting(withPoints(1), each.code) > lifting(withPoints(0), each.code),
)?.code;

function lifting(version: typeof catalogue, packageCode: string): number {
  return rulesBringing([version], packageCode).length;
}

test('a rule that lifts a package no longer keeps what it brought by an earlier version', () => {
  const [now, before] = [withPoints(0), withPoints(10)];
  const [lost, kept] = [rulesBringing([now], code ?? ''), rulesBringing([now, before], code ?? '')];

  expect(kept.length).toBeGreaterThan(lost.length);
  expect(kept.toSorted()).toEqual(rulesBringing([before], code ?? '').toSorted());
});

test('no rule lifts a package that no version has', () => {
  expect(rulesBringing([catalogue], 'no-such-package')).toEqual([]);
});
