import type * as z from 'zod/mini';
import type { LocalisedText } from '../language.ts';
import { checkDefinition } from './check-definition.ts';
import type { CompiledItem, KeyedTexts } from './compile-item.ts';
import { compileItem } from './compile-item.ts';
import type { Definition, Dimension, Form, Structure } from './definition.ts';
import type { DefinitionIssue } from './definition-issue.ts';
import type { BlockSource, DimensionSource, InstrumentSource, ItemSource } from './source.ts';
import { blockSourceSchema, dimensionSourceSchema, instrumentSourceSchema } from './source.ts';
import { dimensionTextKeys, formTextKeys, scaleTextKeys, sectionTextKeys } from './text-keys.ts';

/** A file of the instrument, parsed but not yet checked. Names are relative to the instrument's folder. */
export type SourceFile = { readonly name: string; readonly data: unknown };

export type Compiled =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly issues: readonly DefinitionIssue[] };

type Sources = {
  readonly instrument: InstrumentSource | undefined;
  readonly dimensions: readonly DimensionSource[];
  readonly blocks: readonly BlockSource[];
};

function parseFile<T>(schema: z.ZodMiniType<T>, file: SourceFile, issues: DefinitionIssue[]): T[] {
  const parsed = schema.safeParse(file.data);
  if (parsed.success) return [parsed.data];
  for (const issue of parsed.error.issues) {
    issues.push({ file: file.name, path: issue.path.join('/'), code: issue.code, reason: issue.message });
  }
  return [];
}

function parseSources(files: readonly SourceFile[], issues: DefinitionIssue[]): Sources {
  const inFolder = (folder: string) => files.filter(({ name }) => name.startsWith(`${folder}/`));
  const main = files.filter(({ name }) => name === 'instrument.yaml');
  if (main.length === 0) {
    issues.push({ file: 'instrument.yaml', path: '', code: 'missing-file', reason: 'every instrument has this file' });
  }
  return {
    instrument: main.flatMap((file) => parseFile(instrumentSourceSchema, file, issues))[0],
    dimensions: inFolder('dimensions').flatMap((file) => parseFile(dimensionSourceSchema, file, issues)),
    blocks: inFolder('blocks').flatMap((file) => parseFile(blockSourceSchema, file, issues)),
  };
}

type PerDimension = keyof InstrumentSource['perDimension'];

/** `D1.importance` and `D1.wish`: asked of every dimension, with words written once. */
function closingItem(instrument: InstrumentSource, dimension: string, purpose: PerDimension): CompiledItem {
  const question = instrument.perDimension[purpose];
  const source: ItemSource = {
    kind: 'single-choice',
    code: `${dimension}.${purpose}`,
    forms: [],
    allowsDontKnow: false,
    ...question,
  };
  const shared = compileItem({ ...source, code: `ALL.${purpose}` }, purpose);
  return { item: { ...shared.item, code: source.code }, texts: shared.texts };
}

function dimensionTexts(source: DimensionSource): KeyedTexts {
  return [
    [dimensionTextKeys.name(source.code), source.name],
    [dimensionTextKeys.about(source.code), source.about],
    ...Object.entries(source.bands).flatMap(([band, { meaning, next }]) => [
      [dimensionTextKeys.meaning(source.code, band), meaning] as const,
      [dimensionTextKeys.next(source.code, band), next] as const,
    ]),
  ];
}

function instrumentTexts({ scale, stagedLevels, forms }: InstrumentSource): KeyedTexts {
  const named = (texts: Record<string, LocalisedText>, key: (code: string) => string) =>
    Object.entries(texts).map(([code, text]) => [key(code), text] as const);
  return [
    ...scale.levels.map((text, level) => [scaleTextKeys.level(level), text] as const),
    ...named(scale.bands, scaleTextKeys.band),
    ...named(scale.parts, scaleTextKeys.part),
    ...Object.entries(stagedLevels).flatMap(([code, stages]) =>
      stages.flatMap(({ name, meaning }, index) => [
        [scaleTextKeys.stageName(code, index + 1), name] as const,
        [scaleTextKeys.stageMeaning(code, index + 1), meaning] as const,
      ]),
    ),
    ...forms.flatMap(({ code, name, about }) => [
      [formTextKeys.name(code), name] as const,
      [formTextKeys.about(code), about] as const,
    ]),
  ];
}

function compileForm(form: InstrumentSource['forms'][number], sources: Sources): Form {
  const asked = (items: readonly ItemSource[]) =>
    items.filter(({ forms }) => forms.includes(form.code)).map(({ code }) => code);
  const sections = form.sections.map((code) => {
    const block = sources.blocks.find((candidate) => candidate.code === code);
    if (block !== undefined) return { code, steps: [{ items: asked(block.items) }] };
    const items = asked(sources.dimensions.find((candidate) => candidate.code === code)?.items ?? []);
    const closing = { items: [`${code}.importance`, `${code}.wish`] };
    return { code, steps: [...items.map((item) => ({ items: [item] })), closing] };
  });
  return { code: form.code, minutes: form.minutes, sections };
}

function compileDimension({ code, part, items }: DimensionSource): Dimension {
  return { code, part, items: items.map((item) => item.code) };
}

/** In the order of the sections of the forms, so that items never depend on the order of files. */
function inOrder<T extends { readonly code: string }>(list: readonly T[], instrument: InstrumentSource): T[] {
  const order = instrument.forms.flatMap(({ sections }) => sections);
  const place = ({ code }: T) => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...list].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1));
}

function assemble(instrument: InstrumentSource, sources: Sources): { structure: Structure; texts: KeyedTexts } {
  const dimensions = inOrder(sources.dimensions, instrument);
  const blocks = inOrder(sources.blocks, instrument);
  const contextItems = blocks.flatMap(({ items }) => items.map((item) => compileItem(item, 'context')));
  const dimensionItems = dimensions.flatMap(({ code, items }) => [
    ...items.map((item) => compileItem(item, 'score')),
    closingItem(instrument, code, 'importance'),
    closingItem(instrument, code, 'wish'),
  ]);
  const items = [...contextItems, ...dimensionItems];
  const structure: Structure = {
    instrument: instrument.instrument,
    dimensions: dimensions.map(compileDimension),
    items: items.map(({ item }) => item),
    forms: instrument.forms.map((form) => compileForm(form, sources)),
    scoring: instrument.scoring,
  };
  const sectionTexts = blocks.flatMap(({ code, name, about }) => [
    [sectionTextKeys.name(code), name] as const,
    [sectionTextKeys.about(code), about] as const,
  ]);
  const texts = [...instrumentTexts(instrument), ...sectionTexts, ...dimensions.flatMap(dimensionTexts)];
  return { structure, texts: [...texts, ...items.flatMap((compiled) => compiled.texts)] };
}

/**
 * Makes a definition from the files people write. Every fault of every file is reported, each with its place;
 * a definition is given only when there is none.
 */
export function compileDefinition(files: readonly SourceFile[]): Compiled {
  const issues: DefinitionIssue[] = [];
  const sources = parseSources(files, issues);
  if (sources.instrument === undefined || issues.length > 0) return { ok: false, issues };
  const { structure, texts } = assemble(sources.instrument, sources);
  const definition: Definition = {
    structure,
    texts: {
      sv: Object.fromEntries(texts.map(([key, text]) => [key, text.sv])),
      en: Object.fromEntries(texts.map(([key, text]) => [key, text.en])),
    },
  };
  const faults = checkDefinition(definition);
  return faults.length === 0 ? { ok: true, definition } : { ok: false, issues: faults };
}
