import { chanceFactor, pairsAmong } from './chance.ts';
import { leastTold, type Scale, spreadOf } from './scale.ts';

/** A published figure, with about how many firms are behind it. */
export type Figure = { readonly mean: number; readonly firms: number };

/** Something with a figure that can be named. */
export type Named = Figure & { readonly name: string };

export type Finding<One extends Named = Named> =
  | ({ readonly kind: 'apart' } & Ends<One>)
  /** No two of them can be told apart. */
  | { readonly kind: 'alike' };

/** Among how many comparisons the two were picked. */
type Comparing = { readonly scale: Scale; readonly comparisons: number };

/** By how much two figures may differ by chance, reckoned with a cautious spread of the firms. */
export function chanceBetween(one: Figure, other: Figure, { scale, comparisons }: Comparing): number {
  return chanceFactor(comparisons) * spreadOf[scale] * Math.sqrt(1 / one.firms + 1 / other.firms);
}

/** What is left of a difference of published figures beyond this is the computer's rounding. */
const inThousandths = (value: number): number => Math.round(value * 1000) / 1000;

/** Whether a difference is large enough to be named, and larger than chance could make it. */
export function isApart(one: Figure, other: Figure, comparing: Comparing): boolean {
  const difference = inThousandths(Math.abs(one.mean - other.mean));
  return difference >= leastTold[comparing.scale] && difference > chanceBetween(one, other, comparing);
}

/** Titles name so many at most that are equal. */
const mostNamed = 2;

const pairsOf = <One>(all: readonly One[]) =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

type Ends<One extends Named> = { readonly highest: readonly One[]; readonly lowest: readonly One[] };

function endsOf<One extends Named>(all: readonly One[]): Ends<One> {
  const means = all.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  return { highest: all.filter(({ mean }) => mean === high), lowest: all.filter(({ mean }) => mean === low) };
}

/** Who names an end of so many has compared each with each. */
const among = (all: readonly Named[], scale: Scale): Comparing => ({ scale, comparisons: pairsAmong(all.length) });

const areEndsApart = ({ highest, lowest }: Ends<Named>, comparing: Comparing): boolean =>
  highest.every((one) => lowest.every((other) => isApart(one, other, comparing)));

/**
 * Which lie highest and lowest, where these can be told apart. Null where there is too little to say: of fewer than two, of
 * more at an end than a title holds, and where some can be told apart but not the ends, which have fewer firms.
 * `comparing`: whoever picks this list among several has compared more than what is in it.
 */
export function findEnds<One extends Named>(
  all: readonly One[],
  scale: Scale,
  comparing: Comparing = among(all, scale),
): Finding<One> | null {
  if (all.length < 2) return null;
  const ends = endsOf(all);
  if (!pairsOf(all).some(([one, other]) => isApart(one, other, comparing))) return { kind: 'alike' };
  const areFew = ends.highest.length <= mostNamed && ends.lowest.length <= mostNamed;
  return areFew && areEndsApart(ends, comparing) ? { kind: 'apart', ...ends } : null;
}

/**
 * Which lie highest, when they are few enough for a title and can be told apart from the lowest. For what is told of the top
 * alone: many may share the other end.
 */
export function findTop<One extends Named>(all: readonly One[], scale: Scale): readonly One[] | null {
  if (all.length < 2) return null;
  const ends = endsOf(all);
  return ends.highest.length <= mostNamed && areEndsApart(ends, among(all, scale)) ? ends.highest : null;
}
