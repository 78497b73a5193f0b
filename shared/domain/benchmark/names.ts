import * as z from 'zod/mini';
import type { Definition } from '../instrument/definition.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys, textOf } from '../instrument/text-keys.ts';
import { type LocalisedText, languages, localisedTextSchema } from '../language.ts';
import { type Frame, unstated } from './frame.ts';
import { measureKinds } from './measure.ts';
import { kindOfMeasure, type MeasureSource, readMeasureCode } from './measure-code.ts';
import {
  attributeWords,
  headingWords,
  municipalityWords,
  orWord,
  ownMeasureWords,
  sourceWords,
  womenClasses,
  yesNoWords,
} from './name-words.ts';

const measureNamesSchema = z.strictObject({
  name: localisedTextSchema,
  kind: z.enum(measureKinds),
  /** Which of the headings it is listed under. */
  heading: z.string(),
  /** What the classes of its distribution are called, from the lowest, and those that are shown when they are too small. */
  classes: z.optional(z.array(localisedTextSchema)),
  coarse: z.optional(z.array(localisedTextSchema)),
});
export type MeasureNames = z.infer<typeof measureNamesSchema>;

/** What a release calls everything it tells of, so that it can be read for ever without the questionnaire. */
export const releaseNamesSchema = z.strictObject({
  measures: z.record(z.string(), measureNamesSchema),
  headings: z.record(z.string(), localisedTextSchema),
  attributes: z.record(
    z.string(),
    z.strictObject({ name: localisedTextSchema, values: z.record(z.string(), localisedTextSchema) }),
  ),
});
export type ReleaseNames = z.infer<typeof releaseNamesSchema>;

type Option = { readonly code: string; readonly name: LocalisedText };

/** Where the names are taken from: the questionnaire and the words of the firm profile. */
export type NameSources = {
  readonly definition: Pick<Definition, 'structure' | 'texts'>;
  readonly profile: Readonly<Record<'counties' | 'branches' | 'sizeClasses', readonly Option[]>>;
};

type Named = { readonly measures: readonly string[]; readonly attributes: Frame['attributes'] };

/** All names of what is to be counted, as they are when the building begins. */
export function namesOf({ measures, attributes }: Named, sources: NameSources): ReleaseNames {
  const named = measures.map((code): [string, MeasureNames] => [code, measureNames(code, sources)]);
  return {
    measures: Object.fromEntries(named),
    headings: headingsOf(
      named.map(([, { heading }]) => heading),
      sources,
    ),
    attributes: Object.fromEntries(attributes.map((attribute) => [attribute.code, attributeNames(attribute, sources)])),
  };
}

function measureNames(code: string, sources: NameSources): MeasureNames {
  const { source, of } = readMeasureCode(code);
  if (source === 'level') return levelNames(code, sources);
  const named = { name: nameOf(source, of, sources), kind: kindOfMeasure(code), heading: source };
  switch (source) {
    case 'firms':
      return { ...named, heading: 'firms' };
    case 'importance': {
      const choices = choiceWords(code, sources);
      const [lowest, low, middle, high, highest] = choices;
      const isWhole = lowest && low && middle && high && highest;
      return {
        ...named,
        classes: choices,
        ...(isWhole ? { coarse: [either(lowest, low), middle, either(high, highest)] } : {}),
      };
    }
    case 'wish': {
      const choices = choiceWords(code, sources);
      const [first, ...rest] = choices;
      return {
        ...named,
        classes: choices,
        ...(first && rest.length > 1 ? { coarse: [first, rest.reduce(either)] } : {}),
      };
    }
    case 'women':
      return { ...named, heading: 'collaboration', classes: womenClasses.classes, coarse: womenClasses.coarse };
    case 'gap':
    case 'collaboration':
      return { ...named, classes: yesNoWords };
  }
}

/** Of a dimension its name and what is asked of it; of the firm's own the words there are. */
function nameOf(
  source: Exclude<MeasureSource, 'level'>,
  of: string,
  { definition: { texts } }: NameSources,
): LocalisedText {
  const own = ownMeasureWords[`${source}.${of}`];
  if (own !== undefined) return own;
  const [dimension, words] = [textOf(texts, dimensionTextKeys.name(of), of), sourceWords[source]];
  return words === undefined ? dimension : joined(dimension, ': ', words);
}

function choiceWords(code: string, { definition: { structure, texts } }: NameSources): LocalisedText[] {
  const item = structure.items.find((each) => each.code === code);
  if (item?.kind !== 'single-choice') return [];
  return item.choices.map(({ code: choice }) => textOf(texts, itemTextKeys.choice(item, choice), choice));
}

const levels = [0, 1, 2, 3, 4];

/** Of a dimension of the questionnaire; the broader classes are those of `levelMeasure`. */
function levelNames(code: string, { definition: { structure, texts } }: NameSources): MeasureNames {
  const [lowest, low, middle, high, highest] = levels.map((level) =>
    textOf(texts, scaleTextKeys.level(level), String(level)),
  ) as [LocalisedText, LocalisedText, LocalisedText, LocalisedText, LocalisedText];
  return {
    name: textOf(texts, dimensionTextKeys.name(code), code),
    kind: 'level',
    heading: structure.dimensions.find((dimension) => dimension.code === code)?.part ?? 'module',
    classes: [lowest, low, middle, high, highest],
    coarse: [either(lowest, low), middle, either(high, highest)],
  };
}

function headingsOf(codes: readonly string[], { definition: { texts } }: NameSources): ReleaseNames['headings'] {
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, headingWords[code] ?? textOf(texts, scaleTextKeys.part(code), code)]),
  );
}

function attributeNames({ code, values }: Frame['attributes'][number], { profile }: NameSources) {
  const options: Readonly<Record<string, readonly Option[]>> = {
    county: profile.counties,
    branch: profile.branches,
    size: profile.sizeClasses,
    municipality: municipalityWords,
  };
  const nameOf = (value: string): LocalisedText =>
    options[code]?.find((option) => option.code === value)?.name ?? bare(value);
  return {
    name: attributeWords[code] ?? bare(code),
    values: Object.fromEntries(values.filter((value) => value !== unstated).map((value) => [value, nameOf(value)])),
  };
}

const bare = (code: string): LocalisedText => ({ sv: code, en: code });

function either(one: LocalisedText, other: LocalisedText): LocalisedText {
  const [sv, en] = languages.map((language) => `${one[language]} ${orWord[language]} ${other[language]}`);
  return { sv: sv ?? '', en: en ?? '' };
}

const joined = (one: LocalisedText, between: string, other: LocalisedText): LocalisedText => ({
  sv: `${one.sv}${between}${other.sv}`,
  en: `${one.en}${between}${other.en}`,
});
