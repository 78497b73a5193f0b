import * as z from 'zod/mini';
import type { PlanProblem } from './problem.ts';

const ofFirm = { firmId: z.uuid() };
const ofEdition = { editionId: z.uuid() };
const byNumber = { index: z.int().check(z.gte(0)) };

/**
 * What can be said in one sentence to whoever plans, and be given up as a whole. `index` is the place in the list of
 * the rules.
 */
export const constraintGroupSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('places'), ...ofEdition }),
  z.strictObject({ kind: z.literal('minimum'), ...ofEdition }),
  z.strictObject({ kind: z.literal('run'), ...ofEdition }),
  /** At most so many editions, and a package once. */
  z.strictObject({ kind: z.literal('once'), ...ofFirm }),
  z.strictObject({ kind: z.literal('dates'), ...ofFirm }),
  z.strictObject({ kind: z.literal('distance'), ...ofFirm }),
  z.strictObject({ kind: z.literal('need'), ...ofFirm }),
  z.strictObject({ kind: z.literal('together'), ...byNumber }),
  z.strictObject({ kind: z.literal('apart'), ...byNumber }),
  z.strictObject({ kind: z.literal('lock'), ...byNumber }),
]);
export type ConstraintGroup = z.infer<typeof constraintGroupSchema>;

export function groupKey(group: ConstraintGroup): string {
  switch (group.kind) {
    case 'places':
    case 'minimum':
    case 'run':
      return `${group.kind} ${group.editionId}`;
    case 'once':
    case 'dates':
    case 'distance':
    case 'need':
      return `${group.kind} ${group.firmId}`;
    case 'together':
    case 'apart':
    case 'lock':
      return `${group.kind} ${group.index}`;
  }
}

/** Every group of the problem, what whoever plans has chosen themselves first: that is what they can change. */
export function listGroups({ editions, firms, rules }: PlanProblem): ConstraintGroup[] {
  const numbered = (kind: 'together' | 'apart' | 'lock', list: readonly unknown[]): ConstraintGroup[] =>
    list.map((_, index) => ({ kind, index }));
  const withLimit = rules.mostKm === null ? [] : firms;
  return [
    ...numbered('lock', rules.locks),
    ...numbered('together', rules.together),
    ...numbered('apart', rules.apart),
    ...rules.mustRun.map((editionId): ConstraintGroup => ({ kind: 'run', editionId })),
    ...editions.map(({ editionId }): ConstraintGroup => ({ kind: 'minimum', editionId })),
    ...editions.map(({ editionId }): ConstraintGroup => ({ kind: 'places', editionId })),
    ...withLimit.map(({ firmId }): ConstraintGroup => ({ kind: 'distance', firmId })),
    ...firms.map(({ firmId }): ConstraintGroup => ({ kind: 'dates', firmId })),
    ...firms.map(({ firmId }): ConstraintGroup => ({ kind: 'once', firmId })),
    ...firms.map(({ firmId }): ConstraintGroup => ({ kind: 'need', firmId })),
  ];
}
