import * as z from 'zod/mini';
import type { Language } from '../language.ts';
import { languageSchema } from '../language.ts';
import type { Definition, Structure, Texts } from './definition.ts';
import { structureSchema, textsSchema } from './definition.ts';
import { findForm, itemCodesOfForm } from './index-structure.ts';

/** What a browser gets of a version: one form, with the words of one language. */
export const formViewSchema = z.strictObject({
  formCode: z.string(),
  language: languageSchema,
  structure: structureSchema,
  texts: textsSchema,
});
export type FormView = z.infer<typeof formViewSchema>;

/** Prefixes of keys that belong to no item, dimension or block: the scale, the forms and the staged levels. */
const sharedPrefixes = new Set(['scale', 'form', 'staged']);

function reduceStructure(structure: Structure, formCode: string): Structure {
  const asked = new Set(itemCodesOfForm(structure, formCode));
  const form = findForm(structure, formCode);
  return {
    ...structure,
    forms: form === undefined ? [] : [form],
    items: structure.items.filter(({ code }) => asked.has(code)),
    dimensions: structure.dimensions
      .map((dimension) => ({ ...dimension, items: dimension.items.filter((code) => asked.has(code)) }))
      .filter(({ items }) => items.length > 0),
  };
}

function reduceTexts(texts: Texts, structure: Structure): Record<string, string> {
  const itemPrefixes = structure.items.map(({ textCode }) => `${textCode}.`);
  const sections = structure.forms.flatMap(({ sections }) => sections.map(({ code }) => code));
  const codes = new Set([...sections, ...structure.dimensions.map(({ code }) => code)]);
  const isSectionText = (key: string) =>
    codes.has(key.split('.')[0] ?? '') && /^[^.]+\.(name|about|band\..+)$/.test(key);
  return Object.fromEntries(
    Object.entries(texts).filter(
      ([key]) =>
        sharedPrefixes.has(key.split('.')[0] ?? '') ||
        isSectionText(key) ||
        itemPrefixes.some((prefix) => key.startsWith(prefix)),
    ),
  );
}

/** One form of a definition in one language; an unknown form gives a view without items. */
export function viewForm(definition: Definition, formCode: string, language: Language): FormView {
  const structure = reduceStructure(definition.structure, formCode);
  return { formCode, language, structure, texts: reduceTexts(definition.texts[language], structure) };
}
