import { combineForms } from './combine-forms.ts';
import type { Dimension, Form, Structure } from './definition.ts';
import type { Item } from './item.ts';

/** The structure of a version by code, made once and asked often. */
export type StructureIndex = {
  readonly items: ReadonlyMap<string, Item>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly forms: ReadonlyMap<string, Form>;
};

const indexes = new WeakMap<Structure, StructureIndex>();

function byCode<T extends { readonly code: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.code, entry]));
}

/** Looks up items, dimensions and forms by code. The same structure always gives the same index. */
export function indexStructure(structure: Structure): StructureIndex {
  const known = indexes.get(structure);
  if (known !== undefined) return known;
  const index = {
    items: byCode(structure.items),
    dimensions: byCode(structure.dimensions),
    forms: byCode(structure.forms),
  };
  indexes.set(structure, index);
  return index;
}

/** The form, or the combination of forms, of this code; undefined when any of them does not exist. */
export function findForm(structure: Structure, formCode: string): Form | undefined {
  const { forms } = indexStructure(structure);
  const known = forms.get(formCode);
  if (known !== undefined) return known;
  const combined = formCode.split('+').map((code) => forms.get(code));
  return combined.every((form) => form !== undefined) ? combineForms(structure, formCode, combined) : undefined;
}

/** Codes of all items a form asks, in its order; empty for a form that does not exist. */
export function itemCodesOfForm(structure: Structure, formCode: string): readonly string[] {
  const form = findForm(structure, formCode);
  return form?.sections.flatMap(({ steps }) => steps.flatMap(({ items }) => items)) ?? [];
}

/** How many items a form asks that count towards a score; 0 for a form that does not exist. */
export function countScoredItems(structure: Structure, formCode: string): number {
  const { items } = indexStructure(structure);
  return itemCodesOfForm(structure, formCode).filter((code) => items.get(code)?.purpose === 'score').length;
}
