import { isSameJson } from '../../canonical-json.ts';
import type { PackageField } from './package-fields.ts';
import { packageFields } from './package-fields.ts';

/** Anything with the keys of a package: a package, or a draft of one. */
type Fields = { readonly [Field in PackageField]?: unknown };

export type FieldDifference = { readonly field: PackageField; readonly before: unknown; readonly after: unknown };

/** What differs between two texts of one package, field by field. A field that is left out counts as nothing. */
export function differencesBetween(before: Fields, after: Fields): FieldDifference[] {
  return packageFields
    .filter((field) => !isSameField(before, after, field))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

const isSameField = (one: Fields, other: Fields, field: PackageField): boolean =>
  isSameJson(one[field] ?? null, other[field] ?? null);

export type FieldConflict = { readonly field: PackageField; readonly mine: unknown; readonly theirs: unknown };
export type Merged<T> = {
  /** With theirs where only they changed something, and mine everywhere else. */
  readonly merged: T;
  /** What both changed, and not to the same. */
  readonly conflicts: readonly FieldConflict[];
};

/** Two changes of one package that began with the same text. */
export function mergePackages<T extends Fields>(base: Fields, mine: T, theirs: T): Merged<T> {
  const changedByThem = packageFields.filter(
    (field) => !isSameField(base, theirs, field) && !isSameField(mine, theirs, field),
  );
  const taken = changedByThem.filter((field) => isSameField(base, mine, field));
  const conflicts = changedByThem
    .filter((field) => !taken.includes(field))
    .map((field) => ({ field, mine: mine[field] ?? null, theirs: theirs[field] ?? null }));
  return { merged: taken.reduce((merged, field) => withField(merged, field, theirs), mine), conflicts };
}

/** The package with the field as the other has it. */
export function withField<T extends Fields>(into: T, field: PackageField, from: T): T {
  const { [field]: _replaced, ...rest } = into;
  return (from[field] === undefined ? rest : { ...rest, [field]: from[field] }) as T;
}
