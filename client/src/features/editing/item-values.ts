import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import type { SizeClass } from '#shared/domain/firm/firm-profile.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type { ItemSource } from '#shared/domain/instrument/source.ts';
import { itemSourceSchema } from '#shared/domain/instrument/source.ts';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { numberOf, typedNumber } from '../../lib/format.ts';

export const itemKinds = ['ladder', 'single-choice', 'multiple-choice', 'number', 'yes-no', 'text'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** An item as it is typed: every field there, texts empty where nothing is said, numbers as text. */
export type ItemValues = {
  code: string;
  kind: ItemKind;
  forms: string[];
  question: LocalisedText;
  help: LocalisedText;
  trace: LocalisedText;
  subcontractor: LocalisedText;
  sizeNotes: { sizes: SizeClass[]; text: LocalisedText }[];
  weight: string;
  allowsDontKnow: boolean;
  allowsNotApplicable: boolean;
  appliesWhen: Condition | null;
  levels: LocalisedText[];
  choices: { code: string; points: string; text: LocalisedText }[];
  minimum: string;
  maximum: string;
  decimals: string;
  unit: LocalisedText;
  pointsYes: string;
  pointsNo: string;
  maximumLength: string;
  /** Said of new words for an old question; not part of the item. */
  meaning: Meaning | '';
};

export const blankText = (): LocalisedText => ({ sv: '', en: '' });

const levelCount = 5;

export const emptyItem = (): ItemValues => ({
  code: '',
  kind: 'ladder',
  forms: [],
  question: blankText(),
  help: blankText(),
  trace: blankText(),
  subcontractor: blankText(),
  sizeNotes: [],
  weight: '1',
  allowsDontKnow: true,
  allowsNotApplicable: false,
  appliesWhen: null,
  levels: Array.from({ length: levelCount }, blankText),
  choices: [],
  minimum: '0',
  maximum: '100',
  decimals: '0',
  unit: blankText(),
  pointsYes: '',
  pointsNo: '',
  maximumLength: '1000',
  meaning: '',
});

function kindValues(item: ItemSource, language: Language): Partial<ItemValues> {
  const typed = (value: number | undefined) => (value === undefined ? '' : typedNumber(value, language));
  switch (item.kind) {
    case 'ladder':
      return { levels: [...item.levels] };
    case 'single-choice':
    case 'multiple-choice':
      return { choices: item.choices.map((choice) => ({ ...choice, points: typed(choice.points) })) };
    case 'number':
      return {
        minimum: typed(item.minimum),
        maximum: typed(item.maximum),
        decimals: typed(item.decimals),
        unit: item.unit,
      };
    case 'yes-no':
      return { pointsYes: typed(item.points?.yes), pointsNo: typed(item.points?.no) };
    case 'text':
      return { maximumLength: typed(item.maximumLength) };
  }
}

/** The fields as they stand in the draft, numbers as the reader's language writes them. */
export function itemValuesOf(item: ItemSource | null, language: Language): ItemValues {
  const empty = emptyItem();
  if (item === null) return empty;
  return {
    ...empty,
    ...kindValues(item, language),
    code: item.code,
    kind: item.kind,
    forms: [...item.forms],
    question: item.question,
    help: item.help ?? empty.help,
    trace: item.trace ?? empty.trace,
    subcontractor: item.subcontractor ?? empty.subcontractor,
    sizeNotes: (item.sizeNotes ?? []).map(({ sizes, text }) => ({ sizes: [...sizes], text })),
    weight: typedNumber(item.weight ?? 1, language),
    allowsDontKnow: item.allowsDontKnow ?? true,
    allowsNotApplicable: item.allowsNotApplicable ?? false,
    appliesWhen: item.appliesWhen ?? null,
  };
}

const isBlank = ({ sv, en }: LocalisedText) => sv.trim() === '' && en.trim() === '';

function optionalText(name: string, text: LocalisedText) {
  return isBlank(text) ? {} : { [name]: text };
}

function optionalNumber(name: string, text: string) {
  return text.trim() === '' ? {} : { [name]: numberOf(text) };
}

function kindSource(values: ItemValues): object {
  switch (values.kind) {
    case 'ladder':
      return { levels: values.levels };
    case 'single-choice':
    case 'multiple-choice':
      return {
        choices: values.choices.map(({ code, points, text }) => ({ code, text, ...optionalNumber('points', points) })),
      };
    case 'number':
      return {
        minimum: numberOf(values.minimum),
        maximum: numberOf(values.maximum),
        decimals: numberOf(values.decimals),
        unit: values.unit,
      };
    case 'yes-no': {
      const { pointsYes, pointsNo } = values;
      const isScored = pointsYes.trim() !== '' || pointsNo.trim() !== '';
      return isScored ? { points: { yes: numberOf(pointsYes), no: numberOf(pointsNo) } } : {};
    }
    case 'text':
      return { maximumLength: numberOf(values.maximumLength) };
  }
}

/** What the fields say, without what is as it would be anyway; the domain's schema judges it. */
function unjudgedSource(values: ItemValues): unknown {
  const weight = numberOf(values.weight);
  return {
    kind: values.kind,
    code: values.code.trim(),
    forms: values.forms,
    question: values.question,
    ...optionalText('help', values.help),
    ...optionalText('trace', values.trace),
    ...optionalText('subcontractor', values.subcontractor),
    ...(values.sizeNotes.length === 0 ? {} : { sizeNotes: values.sizeNotes }),
    ...(weight === 1 ? {} : { weight }),
    ...(values.allowsDontKnow ? {} : { allowsDontKnow: false }),
    ...(values.allowsNotApplicable ? { allowsNotApplicable: true } : {}),
    ...(values.appliesWhen === null ? {} : { appliesWhen: values.appliesWhen }),
    ...kindSource(values),
  };
}

const typedItemSchema = z.pipe(z.transform(unjudgedSource), itemSourceSchema);

/** The item the fields mean; undefined while they mean none. */
export function itemSourceIn(values: ItemValues): ItemSource | undefined {
  const parsed = typedItemSchema.safeParse(values);
  return parsed.success ? parsed.data : undefined;
}

export const itemResolver: Resolver<ItemValues, unknown, ItemSource> = zodResolver(typedItemSchema);

/** A new item needs a code of its own section that no other has. */
export function newItemResolver(section: string, taken: ReadonlySet<string>): typeof itemResolver {
  return (values, context, options) => {
    const code = values.code.trim();
    const fault = taken.has(code) ? 'taken' : code.startsWith(`${section}.`) ? undefined : 'outside';
    return fault === undefined
      ? itemResolver(values, context, options)
      : { values: {}, errors: { code: { type: fault } } };
  };
}
