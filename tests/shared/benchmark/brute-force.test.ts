import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { groupsOf } from '#shared/domain/benchmark/frame.ts';
import { finenessOf, primaryReasonsOf } from '#shared/domain/benchmark/primary.ts';
import { audit, costsOf, type Pattern, protect, tooNear } from '#shared/domain/benchmark/protect.ts';
import { arbitraryMaterial, frames, measures, smallMeasure, smallRules } from './arbitrary-material.ts';
import { hiddenOf, knownClasses, knownFirms, knownValues, type Tables } from './patient-attacker.ts';

const solver = await loadLinearSolver();

const arbitraryTables = fc
  .tuple(fc.constantFrom(...frames), fc.constantFrom(...measures))
  .chain(([frame, measure]) =>
    arbitraryMaterial(frame, measure).map((material): Tables => ({ groups: groupsOf(frame), material })),
  );

const learned = (tables: Tables, pattern: Pattern): string[] => [
  ...knownFirms(tables, hiddenOf(pattern)),
  ...knownValues(tables, hiddenOf(pattern)),
  ...knownClasses(tables, pattern),
];

const findings = ({ groups, material }: Tables, pattern: Pattern) =>
  audit(groups, material, pattern, { rules: smallRules, solver }).findings;

test.each(['exact', 'greedy'] as const)(
  'who tries every table learns nothing when what is hidden is chosen: %s',
  (cover) => {
    const seen = { secondary: 0, shown: 0, coarse: 0 };

    fc.assert(
      fc.property(arbitraryTables, (tables) => {
        const pattern = protect(tables.groups, tables.material, { rules: smallRules, solver, cover });
        seen.secondary += pattern.reasons.filter((reason) => reason === 'secondary').length;
        seen.shown += pattern.reasons.filter((reason) => reason === null).length;
        seen.coarse += pattern.fineness.filter((each) => each === 'coarse').length;

        expect(learned(tables, pattern)).toEqual([]);
        expect(findings(tables, pattern)).toEqual([]);
      }),
      { numRuns: 240 },
    );

    expect(seen.secondary).toBeGreaterThan(20);
    expect(seen.shown).toBeGreaterThan(100);
    expect(seen.coarse).toBeGreaterThan(10);
  },
  240_000,
);

test('the audit finds something wherever who tries every table does, and nowhere else', () => {
  const seen = { safe: 0, telling: 0 };
  const isHiddenToo = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

  fc.assert(
    fc.property(arbitraryTables, isHiddenToo, ({ groups, material }, more) => {
      const reasons = primaryReasonsOf(groups, material, smallRules).map(
        (reason, at) => reason ?? (more[at] === true ? ('secondary' as const) : null),
      );
      const fineness = finenessOf(groups, material, smallRules).map((each, at) =>
        reasons[at] === null && more[at + 1] !== true ? each : 'hidden',
      );
      const pattern: Pattern = { reasons, fineness };
      const isSafe = learned({ groups, material }, pattern).length === 0;
      seen[isSafe ? 'safe' : 'telling'] += 1;

      expect(findings({ groups, material }, pattern).length === 0).toBe(isSafe);
    }),
    { numRuns: 400 },
  );

  expect(seen.safe).toBeGreaterThan(20);
  expect(seen.telling).toBeGreaterThan(20);
}, 240_000);

test('no cheaper choice is safe, of all there are', () => {
  const groups = groupsOf(frames[2] as (typeof frames)[number]);
  let compared = 0;
  fc.assert(
    fc.property(arbitraryMaterial(frames[2] as (typeof frames)[number], smallMeasure, 4), (material) => {
      const costs = costsOf(groups, material, smallRules);
      const costOf = (hidden: ReadonlySet<number>) => [...hidden].reduce((sum, at) => sum + (costs[at] ?? 0), 0);
      const pattern = protect(groups, material, { rules: smallRules, solver, cover: 'exact' });
      const cost = costOf(hiddenOf(pattern));
      const primary = primaryReasonsOf(groups, material, smallRules);
      const pairs = tooNear(groups, material, smallRules);
      const free = primary.flatMap((reason, at) => (reason === null ? [at] : []));

      for (let choice = 0; choice < 2 ** free.length; choice += 1) {
        const chosen = new Set(free.filter((_, bit) => Math.floor(choice / 2 ** bit) % 2 === 1));
        const hidden = new Set(groups.flatMap((_, at) => (primary[at] === null && !chosen.has(at) ? [] : [at])));
        if (costOf(hidden) > cost - 1e-4) continue;
        compared += 1;
        const isApart = pairs.every((pair) => pair.some((at) => hidden.has(at)));
        const known = [...knownFirms({ groups, material }, hidden), ...knownValues({ groups, material }, hidden)];
        expect(isApart && known.length === 0).toBe(false);
      }
    }),
    { numRuns: 120 },
  );
  expect(compared).toBeGreaterThan(100);
}, 240_000);
