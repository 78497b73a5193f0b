import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { countsOf } from '#shared/domain/benchmark/material.ts';
import { type EffectMaterial, effectMaterial, momentsOver } from '#shared/domain/effect/effect-material.ts';
import { widthOfOne } from '#shared/domain/effect/estimate.ts';
import { auditEffect, protectEffect } from '#shared/domain/effect/protect-effect.ts';
import { arbitraryChanges } from './arbitrary-changes.ts';
import { effectRules, packages } from './effect-fixture.ts';

const solver = await loadLinearSolver();
const use = { rules: effectRules, solver };
const close = 1e-9;

/** Whether a vector is a sum of multiples of others: by elimination, with any factors there are. */
function isSumOf(wanted: readonly number[], vectors: readonly (readonly number[])[]): boolean {
  const basis: number[][] = [];
  const rest = (vector: readonly number[]): number[] =>
    basis.reduce<number[]>(
      (left, row) => {
        const pivot = row.findIndex((each) => Math.abs(each) > close);
        const factor = (left[pivot] ?? 0) / (row[pivot] ?? 1);
        return left.map((each, at) => each - factor * (row[at] ?? 0));
      },
      [...vector],
    );
  const isNothing = (vector: readonly number[]) => vector.every((each) => Math.abs(each) <= close);
  for (const vector of vectors) {
    const left = rest(vector);
    if (!isNothing(left)) basis.push(left);
  }
  return isNothing(rest(wanted));
}

/** Every set of strata whose sum can be worked out exactly, although it has too few pairs or tells of each. */
function learned(material: EffectMaterial, isShown: (group: number) => boolean): string[] {
  const counts = countsOf(material.paired);
  const inhabited = counts.flatMap((count, stratum) => (count > 0 ? [stratum] : []));
  const vectorOf = (strata: readonly number[]) => inhabited.map((stratum) => (strata.includes(stratum) ? 1 : 0));
  const vectors = material.groups.filter((_, at) => isShown(at)).map(({ strata }) => vectorOf(strata));
  return Array.from({ length: 2 ** inhabited.length - 1 }, (_, mask) =>
    inhabited.filter((_stratum, at) => ((mask + 1) >> at) & 1),
  ).flatMap((strata) => {
    const pairs = strata.reduce((sum, stratum) => sum + (counts[stratum] ?? 0), 0);
    const isNarrow = widthOfOne(momentsOver(strata, material)) < 4 * effectRules.leastDoubtPercent;
    return (pairs < effectRules.fewestFirms || isNarrow) && isSumOf(vectorOf(strata), vectors)
      ? [strata.map((stratum) => material.strata[stratum]).join(' + ')]
      : [];
  });
}

const arbitraryMaterials = arbitraryChanges(['clinic', 'mentor', 'sprint'], [20, 90], ['a']).map((changes) =>
  effectMaterial({ measure: 'D1', packages, changes, insiders: [] }, { caliper: 150 }),
);

test('whoever adds and subtracts what is shown, however often, learns of no few firms', () => {
  const seen = { shown: 0, hidden: 0 };
  fc.assert(
    fc.property(arbitraryMaterials, (material) => {
      const pattern = protectEffect(material, use);
      seen.shown += pattern.filter((reason) => reason === null).length;
      seen.hidden += pattern.filter((reason) => reason === 'near' || reason === 'secondary').length;

      expect(learned(material, (group) => pattern[group] === null)).toEqual([]);
      expect(auditEffect(material, pattern, use).findings).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(seen.shown).toBeGreaterThan(50);
  expect(seen.hidden).toBeGreaterThan(20);
}, 120_000);

test('the audit finds something wherever such a one does', () => {
  const seen = { telling: 0, safe: 0 };
  fc.assert(
    fc.property(arbitraryMaterials, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (material, isHidden) => {
      const pattern = material.groups.map((group, at) =>
        isHidden[at] === true || momentsOver(group.strata, material).count < effectRules.fewestFirms
          ? ('secondary' as const)
          : null,
      );
      if (learned(material, (group) => pattern[group] === null).length > 0) {
        seen.telling += 1;
        expect(auditEffect(material, pattern, use).findings).not.toEqual([]);
      } else seen.safe += 1;
    }),
    { numRuns: 150 },
  );
  expect(Math.min(seen.telling, seen.safe)).toBeGreaterThan(10);
}, 120_000);
