import * as z from 'zod/mini';
import { branches, chainRoles } from '../firm/firm-profile.ts';
import type { WordCode } from '../instrument/codes.ts';
import { isOffered } from './is-offered.ts';
import type { Package } from './package.ts';

const shareSchema = z.number().check(z.gte(0), z.lte(1));
const weightSchema = z.number().check(z.gte(0), z.lte(100));

/** Every number of the overlap warning. All of them are proposals: the strategy only asks that support is not doubled. */
export const overlapRulesSchema = z.strictObject({
  /** How much each likeness weighs, once two packages meet the same need of the same firms. */
  weights: z.strictObject({ counties: weightSchema, supportForms: weightSchema, duration: weightSchema }),
  /** Overlap from which it is said, 0 to 1. */
  warnFrom: shareSchema,
});
export type OverlapRules = z.infer<typeof overlapRulesSchema>;

/** What an overlap is judged by: of a package, or of a draft that says nothing of it yet. */
export type Comparable = Pick<
  Package,
  'code' | 'stance' | 'dimensions' | 'sizeClasses' | 'branches' | 'chainRoles' | 'counties' | 'providers'
> & {
  readonly supportForms?: readonly string[] | undefined;
  readonly durationWeeks: number | null;
  readonly isOutOfUse?: boolean | undefined;
};

export type Overlap = {
  /** 0: nothing in common. 1: the same need of the same firms, in the same counties, form and time. */
  readonly total: number;
  readonly parts: {
    readonly need: number;
    readonly firms: number;
    readonly counties: number;
    readonly supportForms: number;
    readonly duration: number;
  };
  /** What both have, by which the parts came about. */
  readonly shared: {
    readonly needs: readonly { readonly dimension: string; readonly bands: readonly WordCode[] }[];
    readonly sizeClasses: Package['sizeClasses'];
    readonly branches: Package['branches'];
    readonly counties: Package['counties'];
    readonly supportForms: readonly string[];
  };
};

/**
 * How much two packages are alike. The need and the firms decide: without either in common there is no overlap, whatever
 * else is alike. Of lists the share is taken of the shorter one, so that a small package that lies within a large one is
 * found too; of time, the shorter of the longer.
 */
export function compareOffers(one: Comparable, other: Comparable, { weights }: OverlapRules): Overlap {
  const shared = whatBothHave(one, other);
  const parts = {
    need: one.stance === other.stance ? shareOfShorter(needsOf(one), needsOf(other)) : 0,
    firms:
      shareOfShorter(one.sizeClasses, other.sizeClasses) *
      shareOfShorter(orAll(one.branches, branches), orAll(other.branches, branches)) *
      shareOfShorter(orAll(one.chainRoles, chainRoles), orAll(other.chainRoles, chainRoles)),
    counties: shareOfShorter(one.counties, other.counties),
    supportForms: shareOfShorter(one.supportForms ?? [], other.supportForms ?? []),
    duration: shareOfLonger(one.durationWeeks, other.durationWeeks),
  };
  const sum = weights.counties + weights.supportForms + weights.duration;
  const likeness =
    sum === 0
      ? 1
      : (weights.counties * parts.counties +
          weights.supportForms * parts.supportForms +
          weights.duration * parts.duration) /
        sum;
  return { total: parts.need * parts.firms * likeness, parts, shared };
}

const needsOf = ({ dimensions }: Comparable): string[] =>
  dimensions.flatMap(({ code, bands }) => bands.map((band) => `${code} ${band}`));

/** An empty list of branches or roles stands for all of them. */
const orAll = <T>(some: readonly T[], all: readonly T[]): readonly T[] => (some.length === 0 ? all : some);

const inBoth = <T>(one: readonly T[], other: readonly T[]): T[] =>
  [...new Set(one)].filter((each) => other.includes(each));

/** Two empty lists are alike; one empty beside a full one has nothing of it. */
function shareOfShorter<T>(one: readonly T[], other: readonly T[]): number {
  const shorter = Math.min(new Set(one).size, new Set(other).size);
  if (shorter > 0) return inBoth(one, other).length / shorter;
  return one.length === other.length ? 1 : 0;
}

function shareOfLonger(one: number | null, other: number | null): number {
  if (one === null || other === null || one <= 0 || other <= 0) return Number(one === other);
  return Math.min(one, other) / Math.max(one, other);
}

function whatBothHave(one: Comparable, other: Comparable): Overlap['shared'] {
  const needs = one.dimensions.flatMap(({ code, bands }) => {
    const theirs = other.dimensions.filter((each) => each.code === code).flatMap((each) => each.bands);
    const both = inBoth(bands, theirs);
    return both.length === 0 ? [] : [{ dimension: code, bands: both }];
  });
  return {
    needs,
    sizeClasses: inBoth(one.sizeClasses, other.sizeClasses),
    branches: inBoth(orAll(one.branches, branches), orAll(other.branches, branches)),
    counties: inBoth(one.counties, other.counties),
    supportForms: inBoth(one.supportForms ?? [], other.supportForms ?? []),
  };
}

export type FoundOverlap<T extends Comparable> = { readonly with: T; readonly overlap: Overlap };

/**
 * The packages in use that overlap so much that it should be said, the most alike first. Two that are meant to go
 * together say so themselves (`complements`), and are not warned of.
 */
export function findOverlaps<T extends Comparable & Pick<Package, 'complements'>>(
  one: Comparable & Pick<Package, 'complements'>,
  packages: readonly T[],
  rules: OverlapRules | undefined,
): FoundOverlap<T>[] {
  if (rules === undefined || !isOffered(one)) return [];
  return packages
    .filter((other) => other.code !== one.code && isOffered(other))
    .filter((other) => !one.complements.includes(other.code) && !other.complements.includes(one.code))
    .map((other) => ({ with: other, overlap: compareOffers(one, other, rules) }))
    .filter(({ overlap }) => overlap.total > 0 && overlap.total >= rules.warnFrom)
    .toSorted((a, b) => b.overlap.total - a.overlap.total || (a.with.code < b.with.code ? -1 : 1));
}
