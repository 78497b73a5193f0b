import type { ComparedVerdict, Verdict } from './judge-change.ts';

/**
 * What is told of a change when all areas are looked at together. A sign is more than the error of measurement for its
 * area alone, and not with regard to how many were compared.
 */
export const findings = ['risen', 'fallen', 'sign-of-rise', 'sign-of-fall', 'within-error'] as const;
export type Finding = (typeof findings)[number];

type Moved = { readonly difference: number | null; readonly holdsTogether: boolean };
type Found = { readonly verdict: Verdict };

/** What is told of an area, also of one that is not compared. */
export type Told = Finding | Exclude<Verdict, ComparedVerdict>;

export function findingOf(verdict: ComparedVerdict, holdsTogether: boolean): Finding;
export function findingOf(verdict: Verdict, holdsTogether: boolean): Told;
export function findingOf(verdict: Verdict, holdsTogether: boolean): Told {
  if (verdict === 'risen') return holdsTogether ? 'risen' : 'sign-of-rise';
  if (verdict === 'fallen') return holdsTogether ? 'fallen' : 'sign-of-fall';
  return verdict;
}

export type ChangeFindings<Area> = {
  /** The largest changes first of each. */
  readonly of: Readonly<Record<Finding, readonly Area[]>>;
  /** How many areas were compared at once. */
  readonly compared: number;
  /** What may be said before anything else: a change that holds, signs only, or nothing that is more than error. */
  readonly headline: 'holding' | 'signs' | 'nothing';
};

/** The areas of a comparison by what is told of each, wherever it is told: one rule for page, report and link. */
export function findChanges<Area extends Found>(
  areas: readonly Area[],
  movedOf: (area: Area) => Moved | null,
): ChangeFindings<Area> {
  const found = areas.flatMap((area) => {
    const moved = movedOf(area);
    const told = findingOf(area.verdict, moved?.holdsTogether === true);
    const finding = findings.find((each) => each === told);
    return finding === undefined ? [] : [{ area, finding, size: Math.abs(moved?.difference ?? 0) }];
  });
  const sorted = found.toSorted((one, other) => other.size - one.size);
  const listOf = (finding: Finding) => sorted.filter((each) => each.finding === finding).map(({ area }) => area);
  const of = {
    risen: listOf('risen'),
    fallen: listOf('fallen'),
    'sign-of-rise': listOf('sign-of-rise'),
    'sign-of-fall': listOf('sign-of-fall'),
    'within-error': listOf('within-error'),
  };
  const isAny = (...some: readonly Finding[]) => some.some((finding) => of[finding].length > 0);
  const headline = isAny('risen', 'fallen') ? 'holding' : isAny('sign-of-rise', 'sign-of-fall') ? 'signs' : 'nothing';
  return { of, compared: found.length, headline };
}
