import { isSameJson } from '../../canonical-json.ts';
import type { Structure } from '../../instrument/definition.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkCatalogue } from '../check-catalogue.ts';
import type { Package } from '../package.ts';
import type { HeldBackRule } from '../rule-drafting/merge-rules.ts';
import { mergeRules } from '../rule-drafting/merge-rules.ts';
import { mergePackages } from './merge-packages.ts';
import type { PackageField } from './package-fields.ts';
import { findPackage, putPackage } from './put-package.ts';

/** What a release says of a package and is not taken, since the package was edited here. */
export type HeldBack = {
  readonly packageCode: string;
  /** What of it; empty when the release has the package no longer, or as another one under the same code. */
  readonly fields: readonly PackageField[];
};

export type MergedCatalogue = {
  readonly catalogue: Catalogue;
  readonly heldBack: readonly HeldBack[];
  readonly heldBackRules: readonly HeldBackRule[];
};

/**
 * The catalogue of a release with what was published here meanwhile. `base` is what shipped before. Packages are merged
 * field by field: what was edited here stays, and what only the release changed comes. So are the switches and numbers
 * of the rules (`mergeRules`). Everything else of the catalogue has no editor and is as it ships, but for providers that
 * packages here still name.
 */
export function mergeShipped(
  base: Catalogue,
  inUse: Catalogue,
  shipped: Catalogue,
  structure: Structure,
): MergedCatalogue {
  const settled = [...codesIn(shipped, inUse)].map((code) =>
    settlePackage(findPackage(base, code), findPackage(inUse, code), findPackage(shipped, code)),
  );
  const packages = settled.flatMap(({ kept }) => (kept === undefined ? [] : [kept]));
  const rules = mergeRules(base, inUse, shipped);
  const merged = { ...shipped, ...rules.set, packages, providers: providersFor(packages, inUse, shipped) };
  const { catalogue, undone } = undoFaulty(merged, inUse, structure);
  const heldBack = settled.flatMap(({ kept, held }) => {
    const code = kept?.code ?? '';
    const also = undone.get(code);
    return also !== undefined ? [{ packageCode: code, fields: also }] : held === undefined ? [] : [held];
  });
  return { catalogue, heldBack, heldBackRules: rules.heldBack };
}

/** In the order of the release, with what was made here at the end. */
const codesIn = (...catalogues: readonly Catalogue[]): Set<string> =>
  new Set(catalogues.flatMap(({ packages }) => packages.map(({ code }) => code)));

type Settled = { readonly kept: Package | undefined; readonly held?: HeldBack };

function settlePackage(base: Package | undefined, mine: Package | undefined, theirs: Package | undefined): Settled {
  if (mine === undefined || isSameJson(base, mine)) return { kept: theirs };
  if (theirs === undefined) return base === undefined ? { kept: mine } : { kept: mine, held: held(mine, []) };
  if (base === undefined) return isSameJson(mine, theirs) ? { kept: mine } : { kept: mine, held: held(mine, []) };
  const { merged, conflicts } = mergePackages(base, mine, theirs);
  const fields = conflicts.map(({ field }) => field);
  return fields.length === 0 ? { kept: merged } : { kept: merged, held: held(mine, fields) };
}

const held = ({ code }: Package, fields: readonly PackageField[]): HeldBack => ({ packageCode: code, fields });

function providersFor(packages: readonly Package[], inUse: Catalogue, shipped: Catalogue): Catalogue['providers'] {
  const there = new Set(shipped.providers.map(({ code }) => code));
  const named = new Set(packages.flatMap(({ providers }) => providers));
  return [...shipped.providers, ...inUse.providers.filter(({ code }) => named.has(code) && !there.has(code))];
}

/** Two texts that are right may not be right together: then the package stays whole as it is here. */
function undoFaulty(
  merged: Catalogue,
  inUse: Catalogue,
  structure: Structure,
): { readonly catalogue: Catalogue; readonly undone: ReadonlyMap<string, readonly PackageField[]> } {
  const faulty = new Set(
    checkCatalogue(merged, structure).flatMap(({ path }) => {
      const [list, code = ''] = path.split('/');
      return list === 'packages' ? [code] : [];
    }),
  );
  const undone = new Map<string, readonly PackageField[]>();
  let catalogue = merged;
  for (const code of faulty) {
    const mine = findPackage(inUse, code);
    const mixed = findPackage(merged, code);
    if (mine === undefined || mixed === undefined || isSameJson(mine, mixed)) continue;
    undone.set(code, []);
    catalogue = putPackage(catalogue, mine);
  }
  return { catalogue, undone };
}
