import type { LocalisedText } from '../language.ts';
import type { Definition, Dimension } from './definition.ts';
import { indexStructure } from './index-structure.ts';
import type { Item } from './item.ts';
import type { BlockSource, DimensionSource, FeedbackSource, InstrumentSources, ItemSource } from './source.ts';
import {
  dimensionTextKeys,
  feedbackTextKey,
  formTextKeys,
  itemTextKeys,
  scaleTextKeys,
  sectionTextKeys,
} from './text-keys.ts';

type Words = {
  /** The text of this key in both languages; where words are missing the key itself, which `checkDefinition` reports. */
  text(key: string): LocalisedText;
  maybe(key: string): LocalisedText | undefined;
};

function wordsOf({ texts }: Definition): Words {
  const maybe = (key: string) => {
    const { sv, en } = texts;
    return sv[key] === undefined && en[key] === undefined ? undefined : { sv: sv[key] ?? key, en: en[key] ?? key };
  };
  return { maybe, text: (key) => maybe(key) ?? { sv: key, en: key } };
}

/** Leaves out what is not there, so that an optional field is absent and not undefined. */
function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: T });
}

function baseOf(item: Item, forms: readonly string[], words: Words) {
  const { question, help, trace, subcontractor, sizeNote } = itemTextKeys;
  const sizeNotes = item.sizeNotes.map((sizes, index) => ({ sizes, text: words.text(sizeNote(item, index)) }));
  return {
    code: item.code,
    forms: [...forms],
    question: words.text(question(item)),
    ...given('help', words.maybe(help(item))),
    ...given('trace', words.maybe(trace(item))),
    ...given('subcontractor', words.maybe(subcontractor(item))),
    ...(sizeNotes.length === 0 ? {} : { sizeNotes }),
    ...(item.weight === 1 ? {} : { weight: item.weight }),
    ...(item.allowsDontKnow ? {} : { allowsDontKnow: false }),
    ...(item.allowsNotApplicable ? { allowsNotApplicable: true } : {}),
    ...given('appliesWhen', item.appliesWhen),
  };
}

function itemSourceOf(item: Item, forms: readonly string[], words: Words): ItemSource {
  const base = baseOf(item, forms, words);
  const level = (points: number) => words.text(itemTextKeys.level(item, points));
  switch (item.kind) {
    case 'ladder':
      return { ...base, kind: 'ladder', levels: [level(0), level(1), level(2), level(3), level(4)] };
    case 'single-choice':
    case 'multiple-choice': {
      const choices = item.choices.map((choice) => ({
        ...choice,
        text: words.text(itemTextKeys.choice(item, choice.code)),
      }));
      return { ...base, kind: item.kind, choices };
    }
    case 'number': {
      const { minimum, maximum, decimals } = item;
      return { ...base, kind: 'number', minimum, maximum, decimals, unit: words.text(itemTextKeys.unit(item)) };
    }
    case 'yes-no':
      return { ...base, kind: 'yes-no', ...given('points', item.points) };
    case 'text':
      return { ...base, kind: 'text', maximumLength: item.maximumLength };
  }
}

const sizedKinds = ['usual', 'practice', 'takes'];
const feedbackKinds = ['why', 'green', ...sizedKinds.flatMap((kind) => [`${kind}.small`, `${kind}.large`])];

function feedbackOf(dimension: string, band: string, words: Words): FeedbackSource | undefined {
  const key = (kind: string) => feedbackTextKey(dimension, band, kind);
  if (feedbackKinds.every((kind) => words.maybe(key(kind)) === undefined)) return undefined;
  const bySize = (kind: string) => ({
    small: words.text(key(`${kind}.small`)),
    large: words.text(key(`${kind}.large`)),
  });
  return {
    usual: bySize('usual'),
    why: words.text(key('why')),
    practice: bySize('practice'),
    takes: bySize('takes'),
    green: words.text(key('green')),
  };
}

type Parts = { definition: Definition; words: Words; formsOf: (code: string) => readonly string[] };

function itemSources(codes: readonly string[], { definition, words, formsOf }: Parts): ItemSource[] {
  const { items } = indexStructure(definition.structure);
  return codes.flatMap((code) => {
    const item = items.get(code);
    return item === undefined ? [] : [itemSourceOf(item, formsOf(code), words)];
  });
}

function dimensionSourceOf({ code, part, items }: Dimension, parts: Parts): DimensionSource {
  const { words, definition } = parts;
  const bands = definition.structure.scoring.bands.map(({ code: band }) => [
    band,
    {
      meaning: words.text(dimensionTextKeys.meaning(code, band)),
      next: words.text(dimensionTextKeys.next(code, band)),
      ...given('feedback', feedbackOf(code, band, words)),
    },
  ]);
  return {
    code,
    part,
    name: words.text(dimensionTextKeys.name(code)),
    about: words.text(dimensionTextKeys.about(code)),
    bands: Object.fromEntries(bands),
    items: itemSources(items, parts),
  };
}

/** Context items by the block they are in: the part of their code before the dot, in the order of the version. */
function blockSourcesOf(parts: Parts): BlockSource[] {
  const { structure } = parts.definition;
  const dimensions = new Set(structure.dimensions.map(({ code }) => code));
  const inDimensions = new Set(structure.dimensions.flatMap(({ items }) => items));
  const sectionOf = (code: string) => code.split('.')[0] ?? '';
  const inBlocks = structure.items
    .map(({ code }) => code)
    .filter((code) => !inDimensions.has(code) && !dimensions.has(sectionOf(code)));
  return [...new Set(inBlocks.map(sectionOf))].map((code) => ({
    code,
    name: parts.words.text(sectionTextKeys.name(code)),
    about: parts.words.text(sectionTextKeys.about(code)),
    items: itemSources(
      inBlocks.filter((item) => sectionOf(item) === code),
      parts,
    ),
  }));
}

function closingQuestion(definition: Definition, words: Words, purpose: 'importance' | 'wish') {
  const item = definition.structure.items.find((candidate) => candidate.textCode === `ALL.${purpose}`);
  const choices = item?.kind === 'single-choice' ? item.choices : [];
  return {
    question: words.text(`ALL.${purpose}.question`),
    ...given('help', words.maybe(`ALL.${purpose}.help`)),
    choices: choices.map((choice) => ({ ...choice, text: words.text(`ALL.${purpose}.choice.${choice.code}`) })),
  };
}

function closingText(definition: Definition, words: Words) {
  const item = definition.structure.items.find((candidate) => candidate.textCode === 'ALL.comment');
  if (item?.kind !== 'text') return undefined;
  const help = given('help', words.maybe('ALL.comment.help'));
  return { question: words.text('ALL.comment.question'), ...help, maximumLength: item.maximumLength };
}

function instrumentOf({ definition, words }: Parts): InstrumentSources['instrument'] {
  const { instrument, forms, scoring, dimensions } = definition.structure;
  const { level, band, part, stageName, stageMeaning } = scaleTextKeys;
  const levelText = (points: number) => words.text(level(points));
  const named = (codes: readonly string[], key: (code: string) => string) =>
    Object.fromEntries(codes.map((code) => [code, words.text(key(code))]));
  const parts = ['digital', 'process', 'module'].filter(
    (code) => words.maybe(part(code)) !== undefined || dimensions.some((dimension) => dimension.part === code),
  );
  return {
    instrument,
    scale: {
      levels: [levelText(0), levelText(1), levelText(2), levelText(3), levelText(4)],
      bands: named(
        scoring.bands.map(({ code }) => code),
        band,
      ),
      parts: named(parts, part) as InstrumentSources['instrument']['scale']['parts'],
    },
    stagedLevels: Object.fromEntries(
      scoring.stagedLevels.map(({ code, stages }) => [
        code,
        stages.map(({ stage }) => ({
          name: words.text(stageName(code, stage)),
          meaning: words.text(stageMeaning(code, stage)),
        })),
      ]),
    ),
    perDimension: {
      importance: closingQuestion(definition, words, 'importance'),
      wish: closingQuestion(definition, words, 'wish'),
      ...given('comment', closingText(definition, words)),
    },
    forms: forms.map(({ code, minutes, sections }) => ({
      code,
      minutes,
      name: words.text(formTextKeys.name(code)),
      about: words.text(formTextKeys.about(code)),
      sections: sections.map((section) => section.code),
    })),
    scoring,
  };
}

function sourcesIn(definition: Definition, words: Words): InstrumentSources {
  const { forms, dimensions } = definition.structure;
  const asked = forms.map(({ code, sections }) => ({
    code,
    items: new Set(sections.flatMap(({ steps }) => steps.flatMap(({ items }) => items))),
  }));
  const formsOf = (item: string) => asked.filter(({ items }) => items.has(item)).map(({ code }) => code);
  const parts: Parts = { definition, words, formsOf };
  return {
    instrument: instrumentOf(parts),
    blocks: blockSourcesOf(parts),
    dimensions: dimensions.map((dimension) => dimensionSourceOf(dimension, parts)),
  };
}

/**
 * The sources a definition was made from, so that a published version can be edited and exported: assembling them
 * gives the same definition again. Items outside every dimension and block are those asked of each dimension.
 */
export function sourcesOf(definition: Definition): InstrumentSources {
  return sourcesIn(definition, wordsOf(definition));
}

/** Keys of all texts that the sources of a definition cannot do without, whether it has them or not. */
export function neededTexts(definition: Definition): ReadonlySet<string> {
  const needed = new Set<string>();
  const { maybe, text } = wordsOf(definition);
  const note = (key: string) => {
    needed.add(key);
    return text(key);
  };
  sourcesIn(definition, { maybe, text: note });
  return needed;
}
