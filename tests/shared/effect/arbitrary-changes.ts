import fc from 'fast-check';
import type { FirmChange } from '#shared/domain/effect/firm-change.ts';

const level = fc.integer({ min: 0, max: 40 }).map((tenths) => tenths * 10);

/** Firms of a few kinds that have answered twice, with packages among those given. */
export function arbitraryChanges(
  packages: readonly string[],
  [fewest, most]: readonly [fewest: number, most: number],
  likenesses: readonly string[] = ['a', 'b'],
): fc.Arbitrary<FirmChange[]> {
  return fc
    .array(
      fc.record({
        likeness: fc.constantFrom(...likenesses),
        packages: fc.oneof(fc.constant([]), fc.subarray([...packages], { maxLength: Math.min(2, packages.length) })),
        before: level,
        after: level,
      }),
      { minLength: fewest, maxLength: most },
    )
    .map((firms) => firms.map((firm, index) => ({ ...firm, number: index + 1 })));
}
