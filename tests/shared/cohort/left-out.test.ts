import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countReasons, listLeftOut } from '#shared/domain/cohort/left-out.ts';
import { needFor } from '#shared/domain/cohort/pair.ts';
import { whyNot } from '#shared/domain/cohort/why-not.ts';
import { arbitraryProblem } from './arbitrary-problem.ts';
import { bestPlan } from './brute-force.ts';

test('everybody in need without a place is listed, with the reason of each edition that is needed', () => {
  fc.assert(
    fc.property(arbitraryProblem(9), (problem) => {
      const plan = bestPlan(problem)?.plan;
      if (plan === undefined) return;
      const listed = listLeftOut(problem, plan);
      const isIn = (firmId: string) => plan.assignments.some((each) => each.firmId === firmId);
      const left = problem.firms.filter(
        (each) => each.needs.length > 0 && each.placedIn.length === 0 && !isIn(each.firmId),
      );
      expect(listed.map(({ firm }) => firm)).toEqual(left);
      for (const { firm, reasons } of listed)
        expect(reasons).toEqual(
          problem.editions
            .filter((edition) => needFor(firm, edition) !== undefined)
            .map((edition) => ({ editionId: edition.editionId, why: whyNot(problem, plan, firm, edition) })),
        );
      for (const [kind, count] of countReasons(listed))
        expect(count).toBe(listed.filter(({ reasons }) => reasons.some(({ why }) => why.kind === kind)).length);
    }),
    { numRuns: 50 },
  );
});
