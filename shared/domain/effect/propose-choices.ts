import { countSame } from './any-release.ts';
import { type Counted, findPerhapsNear, findSharing } from './may-be-near.ts';

type Period = Counted['periods'][number];

/** What may be chosen, in the order in which it is offered. */
export type Offered<Kind extends string> = {
  readonly kinds: readonly [Kind, ...Kind[]];
  readonly periodOf: (kind: Kind) => Period;
  /** Divisions of all firms that a first choice may have. */
  readonly breakdowns: readonly (readonly string[])[];
};

export type Proposal<Kind extends string> = {
  readonly kind: Kind;
  readonly breakdowns: readonly (readonly string[])[];
  /** Earlier releases count some of the same answers: few divisions are proposed. */
  readonly isCautious: boolean;
};

/**
 * Choices that can most likely be published beside what could be looked at before: the first period that shares nothing with
 * it, in all divisions; otherwise the first that is neither almost the same as an earlier one nor the very same, in the
 * first division of one attribute alone. Fewer groups differ by few firms, and fewer sums of them.
 */
export function proposeChoices<Kind extends string>(
  { kinds, periodOf, breakdowns }: Offered<Kind>,
  counted: Omit<Counted, 'periods'>,
  earlier: readonly Counted[],
): Proposal<Kind> {
  const wantedIn = (kind: Kind): Counted => ({ ...counted, periods: [periodOf(kind)] });
  const free = kinds.find((kind) => findSharing(earlier, wantedIn(kind)).length === 0);
  if (free !== undefined) return { kind: free, breakdowns, isCautious: false };
  const apart = kinds.find((kind) => {
    const wanted = wantedIn(kind);
    return findPerhapsNear(earlier, wanted).length === 0 && !earlier.some((each) => countSame(each, wanted));
  });
  const first = breakdowns.find(({ length }) => length === 1);
  return {
    kind: apart ?? kinds[0],
    breakdowns: first === undefined ? breakdowns : [first],
    isCautious: true,
  };
}
