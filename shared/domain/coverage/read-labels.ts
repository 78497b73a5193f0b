import {
  branches as allBranches,
  type Branch,
  type County,
  counties,
  type SizeClass,
  sizeClasses,
} from '../firm/firm-profile.ts';
import { manufacturingDivisions } from '../firm/sni-manufacturing.ts';

/** Codes of SNI 2007 that stand for a branch, as the word lists have them. */
export type BranchCodes = readonly { readonly code: Branch; readonly sni: readonly string[] }[];

export type Interval = { readonly from: number; readonly to: number };

const countyNames: Readonly<Record<County, RegExp>> = { '17': /^värmland/i, '20': /^dalarna/i, '21': /^gävleborg/i };

/** `17 Värmlands län`, `17`, `Värmlands län` or a municipality, `1715 Kil`; null for what is no region. */
export function readRegion(label: string): { readonly code: string } | null {
  const code = /^(\d{2}|\d{4})\b/.exec(label.trim())?.[1];
  if (code !== undefined) return { code };
  const county = counties.find((each) => countyNames[each].test(label.trim()));
  return county === undefined ? null : { code: county };
}

/** The digits of `24`, `24.1`, `24100 stål…` or `16.21`; null for what does not begin with a code. */
export function readSni(label: string): string | null {
  const code = /^(\d{2}(?:\.?\d{1,3})?)(?!\d)/.exec(label.trim())?.[1];
  return code?.replace('.', '') ?? null;
}

/** `1–4 anställda`, `0`, `500+ anställda`, `500- anställda`; null for what begins with no number. */
export function readSize(label: string): Interval | null {
  const found = /^(\d+)\s*(?:([-–+])\s*(\d+)?)?(?!\d)/.exec(label.trim().replaceAll(/(?<=\d)\s(?=\d{3}\b)/g, ''));
  if (found === null) return null;
  const [, from = '', sign, to] = found;
  if (to !== undefined) return { from: Number(from), to: Number(to) };
  return { from: Number(from), to: sign === undefined ? Number(from) : Number.POSITIVE_INFINITY };
}

export const isSumLabel = (label: string): boolean =>
  /^(totalt?|samtliga|summa|alla|all|hela riket)\b/i.test(label.trim());

/** `several`: industry, of more than one branch. `part`: only a part of the class is industry of ours. */
export function branchOfSni(digits: string, branches: BranchCodes): Branch | 'several' | 'part' | 'none' {
  const within = branchesWithin(digits, branches);
  const [only] = within;
  if (only === undefined) return 'none';
  const isPart = !manufacturingDivisions.includes(digits.slice(0, 2)) && !isBelow(digits, branches);
  // Manufacturing is shared out among the branches without a rest.
  if (isPart) return 'part';
  return within.length === 1 ? only : 'several';
}

const codesOf = (branches: BranchCodes) =>
  branches.flatMap(({ code, sni }) => sni.map((each) => ({ branch: code, digits: each.replace('.', '') })));
const isBelow = (digits: string, branches: BranchCodes): boolean =>
  codesOf(branches).some((each) => digits.startsWith(each.digits));

/** The branches that firms of a class may be of. */
export function branchesWithin(digits: string, branches: BranchCodes): Branch[] {
  const near = codesOf(branches).filter((each) => digits.startsWith(each.digits) || each.digits.startsWith(digits));
  return allBranches.filter((branch) => near.some((each) => each.branch === branch));
}

const bounds: Readonly<Record<SizeClass, Interval>> = {
  '1-4': { from: 1, to: 4 },
  '5-9': { from: 5, to: 9 },
  '10-49': { from: 10, to: 49 },
  '50-249': { from: 50, to: 249 },
  '250-plus': { from: 250, to: Number.POSITIVE_INFINITY },
};

/** The size class that holds all of the interval; `several` where it lies across a border, `none` for nobody employed. */
export function sizeOfInterval({ from, to }: Interval): SizeClass | 'several' | 'none' {
  if (to < 1) return 'none';
  const held = (Object.keys(bounds) as SizeClass[]).find((each) => bounds[each].from <= from && to <= bounds[each].to);
  return held ?? 'several';
}

/** The size classes that those of the interval may be of. */
export const sizesWithin = ({ from, to }: Interval): SizeClass[] =>
  sizeClasses.filter((each) => from <= bounds[each].to && bounds[each].from <= to);

/** A number as the source writes it, `1 234`; null for one that it keeps secret or does not have, `..`. */
export function readNumber(text: string): number | null | 'faulty' {
  const trimmed = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (['..', '.', '...', 'X', 'x'].includes(trimmed)) return null;
  if (trimmed === '–' || trimmed === '-') return 0;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : 'faulty';
}
