import { manufacturingDivisions, partsOfSni } from './sni-manufacturing.ts';

export type BranchSniIssue = {
  readonly code: 'repeated-code' | 'overlapping-codes' | 'unknown-code' | 'missing-code';
  /** The code of SNI 2007 it is about. */
  readonly sni: string;
};

type BranchSni = { readonly code: string; readonly sni: readonly string[] };

/**
 * Faults of the branches' shares of SNI 2007: a code under two branches or twice under one, a code inside another one
 * that is given, a code of manufacturing that SNI does not have, and a part of manufacturing (divisions 10–33) that no
 * branch has. Without issues every firm in manufacturing is under exactly one branch.
 */
export function checkBranchSni(branches: readonly BranchSni[]): BranchSniIssue[] {
  const given = branches.flatMap(({ sni }) => sni);
  const distinct = new Set(given);
  return [
    ...[...distinct]
      .filter((code) => given.indexOf(code) !== given.lastIndexOf(code))
      .map((sni) => ({ code: 'repeated-code', sni }) as const),
    ...[...distinct]
      .filter((code) => [...distinct].some((other) => isWithin(code, other)))
      .map((sni) => ({ code: 'overlapping-codes', sni }) as const),
    ...[...distinct].filter(isUnknown).map((sni) => ({ code: 'unknown-code', sni }) as const),
    ...manufacturingDivisions
      .flatMap((division) => listMissing(division, distinct))
      .map((sni) => ({ code: 'missing-code', sni }) as const),
  ];
}

const isWithin = (inner: string, outer: string): boolean => inner !== outer && inner.startsWith(outer);

function listParts(code: string): string[] {
  const parts = partsOfSni[code] ?? [];
  return [...parts, ...parts.flatMap(listParts)];
}

const knownParts = new Set([...manufacturingDivisions, ...manufacturingDivisions.flatMap(listParts)]);

const isUnknown = (code: string): boolean => manufacturingDivisions.includes(code.slice(0, 2)) && !knownParts.has(code);

/** The largest parts of the code that nobody has. */
function listMissing(code: string, given: ReadonlySet<string>): string[] {
  if (given.has(code)) return [];
  const isTouched = listParts(code).some((part) => given.has(part));
  return isTouched ? (partsOfSni[code] ?? []).flatMap((part) => listMissing(part, given)) : [code];
}
