import type { FirmChange } from './firm-change.ts';

/** A firm that took part beside one that did not. */
export type Pair = { readonly treated: FirmChange; readonly control: FirmChange };

/**
 * By where they began, and then by number. Nothing of how it went may settle a tie: whichever of two equal firms is taken
 * by its outcome would bend the result.
 */
const byStart = (one: FirmChange, other: FirmChange): number => one.before - other.before || one.number - other.number;

/**
 * As many pairs as there can be of firms that began within the caliper of each other, and of those the choice with the
 * least distance in all. In one dimension no two pairs need cross: to uncross them makes neither the longer distance nor
 * the sum larger. Going through both sides in order is therefore enough, and exact. (Optimal matching: Rosenbaum 1989.)
 */
function matchInOrder(treated: readonly FirmChange[], controls: readonly FirmChange[], caliper: number): Pair[] {
  const width = controls.length + 1;
  // More than all distances together: one pair more is worth any distance.
  const worth = caliper * Math.min(treated.length, controls.length) + 1;
  const gain = (one: number, other: number): number => {
    const distance = Math.abs((treated[one]?.before ?? 0) - (controls[other]?.before ?? 0));
    return distance <= caliper ? worth - distance : Number.NEGATIVE_INFINITY;
  };
  // The most that can come of the treated from one on and the controls from another on.
  const best = new Float64Array((treated.length + 1) * width);
  const at = (one: number, other: number): number => best[one * width + other] ?? 0;
  for (let one = treated.length - 1; one >= 0; one -= 1)
    for (let other = controls.length - 1; other >= 0; other -= 1)
      best[one * width + other] = Math.max(
        at(one + 1, other),
        at(one, other + 1),
        gain(one, other) + at(one + 1, other + 1),
      );
  const pairs: Pair[] = [];
  let [one, other] = [0, 0];
  for (;;) {
    const [first, second] = [treated[one], controls[other]];
    if (first === undefined || second === undefined) return pairs;
    if (at(one, other) === gain(one, other) + at(one + 1, other + 1)) {
      pairs.push({ treated: first, control: second });
      one += 1;
      other += 1;
    } else if (at(one, other) === at(one + 1, other)) one += 1;
    else other += 1;
  }
}

/**
 * Pairs of a firm that took part and one that did not, each firm in one pair at most: alike in what has to be the same,
 * and begun within the caliper. The order in which the firms are given makes no difference.
 */
export function matchFirms(
  treated: readonly FirmChange[],
  controls: readonly FirmChange[],
  { caliper }: { readonly caliper: number },
): Pair[] {
  const others = Map.groupBy(controls.toSorted(byStart), ({ likeness }) => likeness);
  const groups = Map.groupBy(treated.toSorted(byStart), ({ likeness }) => likeness);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([likeness, group]) => matchInOrder(group, others.get(likeness) ?? [], caliper));
}
