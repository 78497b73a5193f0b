import { type Resolver, useForm } from 'react-hook-form';
import {
  checkIndexValue,
  type IndexFault,
  type IndexValue,
  indexValueSchema,
} from '#shared/domain/followup/index-value.ts';
import type { Language } from '#shared/domain/language.ts';
import { numberOf, typedNumber } from '../../lib/format.ts';

/** What is typed and chosen, as text. */
export type IndexForm = Record<keyof IndexValue, string>;
export type IndexField = keyof IndexValue;
export const indexFields: readonly IndexField[] = [
  'index',
  'source',
  'link',
  'year',
  'geography',
  'measures',
  'dimension',
  'value',
  'unit',
  'lowest',
  'highest',
  'note',
];
export type IndexFormFault = { readonly field: IndexField; readonly code: IndexFault['code'] | 'invalid' };

export function firstIndexForm(value: IndexValue | null, language: Language): IndexForm {
  const typed = (number: number | null) => (number === null ? '' : typedNumber(number, language));
  return {
    index: value?.index ?? '',
    source: value?.source ?? '',
    link: value?.link ?? '',
    year: value === null ? '' : String(value.year),
    geography: value?.geography ?? '',
    measures: value?.measures ?? '',
    dimension: value?.dimension ?? '',
    value: typed(value?.value ?? null),
    unit: value?.unit ?? '',
    lowest: typed(value?.lowest ?? null),
    highest: typed(value?.highest ?? null),
    note: value?.note ?? '',
  };
}

type Frame = { readonly year: number; readonly dimensions: readonly string[] };
const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const bound = (text: string): number | null => (said(text) === null ? null : numberOf(text));

/** Reads the form by the contract's schema and the domain's rules: what the server would refuse is refused here. */
export function readIndexValue(form: IndexForm, frame: Frame): IndexValue | IndexFormFault[] {
  const parsed = indexValueSchema.safeParse({
    ...form,
    year: numberOf(form.year),
    dimension: said(form.dimension),
    value: numberOf(form.value),
    lowest: bound(form.lowest),
    highest: bound(form.highest),
  });
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    return indexFields.filter((field) => fields.has(field)).map((field) => ({ field, code: 'invalid' as const }));
  }
  const faults = checkIndexValue(parsed.data, frame);
  return faults.length === 0 ? parsed.data : faults;
}

/** The value as a form; nothing typed is lost by a fault. */
export function useIndexForm(start: IndexForm, frame: Frame) {
  const resolver: Resolver<IndexForm, unknown, IndexValue> = (form) => {
    const read = readIndexValue(form, frame);
    if (!Array.isArray(read)) return { values: read, errors: {} };
    return {
      values: {},
      errors: Object.fromEntries(read.toReversed().map(({ field, code }) => [field, { type: code }])),
    };
  };
  return useForm<IndexForm, unknown, IndexValue>({ defaultValues: start, resolver, shouldFocusError: false });
}
