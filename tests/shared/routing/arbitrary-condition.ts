import fc from 'fast-check';
import { branches, chainRoles, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { RoutingCondition, RoutingFact } from '#shared/domain/routing/routing-condition.ts';
import { profileFlags, profileNumbers } from '#shared/domain/routing/routing-condition.ts';

const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
const dimension = fc.constantFrom('D1', 'D2', 'PM1');
const band = some(['low', 'mid', 'high']);
const points = fc.integer({ min: 0, max: 4 });
const item = fc.constantFrom('D1.1', 'D2.1', 'PM1.1');
const percent = fc.integer({ min: 0, max: 100 });
const areas = some(['D1', 'D2', 'PM1']);

export const arbitraryFact: fc.Arbitrary<RoutingFact> = fc.oneof(
  fc.record({ dimension, band }),
  fc.record({ meanOf: areas, minimumScored: fc.integer({ min: 1, max: 3 }), band }),
  fc.record({ everyOf: areas, band }),
  fc.record({ item, atMost: points }),
  fc.record({ item, atLeast: points }),
  fc.record({ importance: dimension, atLeast: points }),
  fc.record({ wish: dimension, is: some(['no', 'later', 'yes']) }),
  fc.record({ gap: fc.constant('administration-business-development'), atLeast: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ flag: fc.constantFrom(...profileFlags), is: fc.boolean() }),
  fc.record({ number: fc.constantFrom(...profileNumbers), above: percent }),
  fc.record({ number: fc.constantFrom(...profileNumbers), below: percent }),
  fc.record({ sizeClass: some(sizeClasses) }),
  fc.record({ branch: some(branches) }),
  fc.record({ chainRole: some(chainRoles) }),
  fc.record({ sharedNeedWithoutCohort: fc.integer({ min: 2, max: 9 }) }),
);

export const arbitraryCondition: fc.Arbitrary<RoutingCondition> = fc.letrec<{ node: RoutingCondition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    arbitraryFact,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;
