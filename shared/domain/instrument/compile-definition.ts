import type * as z from 'zod/mini';
import type { LocalisedText } from '../language.ts';
import { checkDefinition } from './check-definition.ts';
import type { CompiledItem, KeyedTexts } from './compile-item.ts';
import { compileItem } from './compile-item.ts';
import type { Definition, Dimension, Form, Structure } from './definition.ts';
import type { DefinitionIssue } from './definition-issue.ts';
import type { ItemPurpose } from './item.ts';
import type { DimensionSource, FeedbackSource, InstrumentSource, InstrumentSources, ItemSource } from './source.ts';
import { blockSourceSchema, dimensionSourceSchema, instrumentSourceSchema } from './source.ts';
import { dimensionTextKeys, feedbackTextKey, formTextKeys, scaleTextKeys, sectionTextKeys } from './text-keys.ts';

/** A file of the instrument, parsed but not yet checked. Names are relative to the instrument's folder. */
export type SourceFile = { readonly name: string; readonly data: unknown };

export type Compiled =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly issues: readonly DefinitionIssue[] };

function parseFile<T>(schema: z.ZodMiniType<T>, file: SourceFile, issues: DefinitionIssue[]): T[] {
  const parsed = schema.safeParse(file.data);
  if (parsed.success) return [parsed.data];
  for (const issue of parsed.error.issues) {
    issues.push({ file: file.name, path: issue.path.join('/'), code: issue.code, reason: issue.message });
  }
  return [];
}

function parseSources(files: readonly SourceFile[], issues: DefinitionIssue[]): InstrumentSources | undefined {
  const inFolder = (folder: string) => files.filter(({ name }) => name.startsWith(`${folder}/`));
  const main = files.filter(({ name }) => name === 'instrument.yaml');
  if (main.length === 0) {
    issues.push({ file: 'instrument.yaml', path: '', code: 'missing-file', reason: 'every instrument has this file' });
  }
  const [instrument] = main.flatMap((file) => parseFile(instrumentSourceSchema, file, issues));
  const dimensions = inFolder('dimensions').flatMap((file) => parseFile(dimensionSourceSchema, file, issues));
  const blocks = inFolder('blocks').flatMap((file) => parseFile(blockSourceSchema, file, issues));
  return instrument === undefined ? undefined : { instrument, dimensions, blocks };
}

/** `D1.importance`, `D1.wish` and `D1.comment`: asked of every dimension, with words written once. */
function closingItems({ perDimension }: InstrumentSource, dimension: string): CompiledItem[] {
  const { importance, wish, comment } = perDimension;
  const base = { forms: [], allowsDontKnow: false };
  const sources: [ItemSource, ItemPurpose][] = [
    [{ ...base, kind: 'single-choice', code: 'ALL.importance', ...importance }, 'importance'],
    [{ ...base, kind: 'single-choice', code: 'ALL.wish', ...wish }, 'wish'],
  ];
  if (comment !== undefined) sources.push([{ ...base, kind: 'text', code: 'ALL.comment', ...comment }, 'context']);
  return sources.map(([source, purpose]) => {
    const shared = compileItem(source, purpose);
    return { item: { ...shared.item, code: source.code.replace('ALL', dimension) }, texts: shared.texts };
  });
}

function feedbackTexts(dimension: string, band: string, feedback: FeedbackSource | undefined): KeyedTexts {
  if (feedback === undefined) return [];
  const { usual, why, practice, takes, green } = feedback;
  const key = (kind: string) => feedbackTextKey(dimension, band, kind);
  return [
    [key('usual.small'), usual.small],
    [key('usual.large'), usual.large],
    [key('why'), why],
    [key('practice.small'), practice.small],
    [key('practice.large'), practice.large],
    [key('takes.small'), takes.small],
    [key('takes.large'), takes.large],
    [key('green'), green],
  ];
}

/** Words of bands that the scoring does not have belong to no version: nobody would ever read them. */
function dimensionTexts(source: DimensionSource, bands: ReadonlySet<string>): KeyedTexts {
  const used = Object.entries(source.bands).filter(([band]) => bands.has(band));
  return [
    [dimensionTextKeys.name(source.code), source.name],
    [dimensionTextKeys.about(source.code), source.about],
    ...used.flatMap(([band, { meaning, next, feedback }]) => [
      [dimensionTextKeys.meaning(source.code, band), meaning] as const,
      [dimensionTextKeys.next(source.code, band), next] as const,
      ...feedbackTexts(source.code, band, feedback),
    ]),
  ];
}

function stageTexts({ stagedLevels, scoring }: InstrumentSource): KeyedTexts {
  return scoring.stagedLevels.flatMap(({ code, stages }) =>
    (stagedLevels[code] ?? [])
      .slice(0, stages.length)
      .flatMap(({ name, meaning }, index) => [
        [scaleTextKeys.stageName(code, index + 1), name] as const,
        [scaleTextKeys.stageMeaning(code, index + 1), meaning] as const,
      ]),
  );
}

function instrumentTexts(source: InstrumentSource, bands: ReadonlySet<string>): KeyedTexts {
  const { scale, forms } = source;
  const bandTexts = Object.entries(scale.bands).filter(([band]) => bands.has(band));
  return [
    ...scale.levels.map((text, level) => [scaleTextKeys.level(level), text] as const),
    ...bandTexts.map(([band, text]) => [scaleTextKeys.band(band), text] as const),
    ...Object.entries(scale.parts).map(([part, text]) => [scaleTextKeys.part(part), text] as const),
    ...stageTexts(source),
    ...forms.flatMap(({ code, name, about }) => [
      [formTextKeys.name(code), name] as const,
      [formTextKeys.about(code), about] as const,
    ]),
  ];
}

function compileForm(form: InstrumentSource['forms'][number], sources: InstrumentSources): Form {
  const asked = (items: readonly ItemSource[]) =>
    items.filter(({ forms }) => forms.includes(form.code)).map(({ code }) => code);
  const sections = form.sections.map((code) => {
    const block = sources.blocks.find((candidate) => candidate.code === code);
    if (block !== undefined) return { code, steps: [{ items: asked(block.items) }] };
    const items = asked(sources.dimensions.find((candidate) => candidate.code === code)?.items ?? []);
    const closing = { items: closingItems(sources.instrument, code).map(({ item }) => item.code) };
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

/** What the sources say, as structure and keyed words; nothing is checked. */
function assemble(sources: InstrumentSources): { structure: Structure; texts: KeyedTexts } {
  const { instrument } = sources;
  const dimensions = inOrder(sources.dimensions, instrument);
  const blocks = inOrder(sources.blocks, instrument);
  const contextItems = blocks.flatMap(({ items }) => items.map((item) => compileItem(item, 'context')));
  const dimensionItems = dimensions.flatMap(({ code, items }) => [
    ...items.map((item) => compileItem(item, 'score')),
    ...closingItems(instrument, code),
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
  const bands = new Set(instrument.scoring.bands.map(({ code }) => code));
  const texts = [
    ...instrumentTexts(instrument, bands),
    ...sectionTexts,
    ...dimensions.flatMap((dimension) => dimensionTexts(dimension, bands)),
  ];
  return { structure, texts: [...texts, ...items.flatMap((compiled) => compiled.texts)] };
}

/** The definition that these sources mean. It is not checked: a draft may be looked at before it is whole. */
export function assembleDefinition(sources: InstrumentSources): Definition {
  const { structure, texts } = assemble(sources);
  return {
    structure,
    texts: {
      sv: Object.fromEntries(texts.map(([key, text]) => [key, text.sv])),
      en: Object.fromEntries(texts.map(([key, text]) => [key, text.en])),
    },
  };
}

/** Every text of the sources by its key, in both languages. */
export function keyedTextsOf(sources: InstrumentSources): ReadonlyMap<string, LocalisedText> {
  return new Map(assemble(sources).texts);
}

/**
 * Makes a definition from the files people write. Every fault of every file is reported, each with its place;
 * a definition is given only when there is none.
 */
export function compileDefinition(files: readonly SourceFile[]): Compiled {
  const issues: DefinitionIssue[] = [];
  const sources = parseSources(files, issues);
  if (sources === undefined || issues.length > 0) return { ok: false, issues };
  const definition = assembleDefinition(sources);
  const faults = checkDefinition(definition);
  return faults.length === 0 ? { ok: true, definition } : { ok: false, issues: faults };
}
