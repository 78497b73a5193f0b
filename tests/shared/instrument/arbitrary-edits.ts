import fc from 'fast-check';
import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { InstrumentSources, ItemSource } from '#shared/domain/instrument/source.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { both, ladderSource } from './small-sources.ts';

const doings = [
  ...['question', 'question', 'answers', 'help', 'weight', 'condition', 'kind', 'restore'],
  ...[
    'new-item',
    'remove-item',
    'return',
    'order',
    'head',
    'scale',
    'forms',
    'scoring',
    'closing',
    'confirm',
    'meaning',
  ],
] as const;

const stepRecipe = fc.record({
  doing: fc.constantFrom(...doings),
  section: fc.nat(100),
  item: fc.nat(100),
  word: fc.nat(3),
  side: fc.constantFrom('sv', 'sv', 'en', 'both'),
});
export type EditStep = typeof stepRecipe extends fc.Arbitrary<infer T> ? T : never;

/** What an editor does to a draft, one thing after another; see `editFor`. */
export const editSteps: fc.Arbitrary<EditStep[]> = fc.array(stepRecipe, { maxLength: 12 });

/** One change of the words of a question. */
export const changeOfWords: fc.Arbitrary<EditStep> = stepRecipe.map((step) => ({
  ...step,
  doing: step.word % 2 === 0 ? 'question' : 'answers',
}));

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)];
}

/** Few Swedish words, so that texts change back; English that is never said twice. */
function reworded(text: LocalisedText, { word, side }: EditStep, place: number): LocalisedText {
  return {
    sv: side === 'en' ? text.sv : `svenska ${word}`,
    en: side === 'sv' ? text.en : `English ${place}`,
  };
}

function withAnswers(item: ItemSource, change: (text: LocalisedText) => LocalisedText): ItemSource {
  if (item.kind === 'number') return { ...item, unit: change(item.unit) };
  if (item.kind === 'ladder') {
    const [first, ...rest] = item.levels;
    return { ...item, levels: [change(first), ...rest] };
  }
  if (!('choices' in item)) return item;
  return {
    ...item,
    choices: item.choices.map((choice, index) => (index > 0 ? choice : { ...choice, text: change(choice.text) })),
  };
}

function withoutHelp({ help: _help, ...item }: ItemSource): ItemSource {
  return item as ItemSource;
}

function changedItem(item: ItemSource, step: EditStep, place: number, origin: InstrumentSources): ItemSource {
  const say = (text: LocalisedText) => reworded(text, step, place);
  switch (step.doing as string) {
    case 'question':
      return { ...item, question: say(item.question) };
    case 'answers':
      return withAnswers(item, say);
    case 'help':
      return item.help === undefined ? { ...item, help: both(`help ${place}`) } : withoutHelp(item);
    case 'weight':
      return { ...item, weight: step.word };
    case 'condition':
      return { ...item, appliesWhen: { sizeClass: ['1-4', '5-9'] } };
    case 'kind':
      return ladderSource(item.code, { forms: item.forms });
    default:
      return (
        [...origin.dimensions, ...origin.blocks].flatMap(({ items }) => items).find(({ code }) => code === item.code) ??
        item
      );
  }
}

/** An item that was taken away, made anew under its code with the words it had or with others. */
function returning(section: string, { sources }: Draft, step: EditStep, place: number, origin: InstrumentSources) {
  const itemsIn = (all: InstrumentSources) =>
    [...all.dimensions, ...all.blocks].find(({ code }) => code === section)?.items ?? [];
  const standing = new Set(itemsIn(sources).map(({ code }) => code));
  const gone = pick(
    itemsIn(origin).filter(({ code }) => !standing.has(code)),
    step.item,
  );
  return gone && { ...gone, question: step.word > 2 ? gone.question : reworded(gone.question, step, place) };
}

function wholeEdit({ sources }: Draft, step: EditStep, place: number): DraftEdit {
  const { scale, forms, scoring, perDimension } = sources.instrument;
  const [first, ...levels] = scale.levels;
  switch (step.doing as string) {
    case 'scale':
      return { kind: 'scale', value: { ...scale, levels: [reworded(first, step, place), ...levels] } };
    case 'forms':
      return {
        kind: 'forms',
        value: step.side === 'both' ? forms.toReversed() : forms.map((form) => ({ ...form, minutes: 1 + step.item })),
      };
    case 'scoring': {
      const change =
        step.side === 'both' ? { version: `v${step.word}` } : { minimumShareAnswered: (1 + step.item) / 101 };
      return { kind: 'scoring', value: { ...scoring, ...change } };
    }
    case 'confirm':
      return {
        kind: 'translation-confirmed',
        key: pick([...keyedTextsOf(sources).keys()], step.section * step.item) ?? '',
      };
    default: {
      const importance = {
        ...perDimension.importance,
        question: reworded(perDimension.importance.question, step, place),
      };
      return { kind: 'perDimension', value: { ...perDimension, importance } };
    }
  }
}

/** The edit that a step means in this draft; `place` is its number, and `origin` what items are restored from. */
export function editFor(draft: Draft, step: EditStep, place: number, origin: InstrumentSources): DraftEdit {
  const { sources } = draft;
  const found = pick([...sources.dimensions, ...sources.blocks], step.section);
  const item = pick(found?.items ?? [], step.item);
  if (found === undefined || item === undefined) return wholeEdit(draft, step, place);
  const section = found.code;
  switch (step.doing as string) {
    case 'new-item':
      return { kind: 'new-item', section, item: ladderSource(`${section}.new-${place}`, { forms: ['short'] }) };
    case 'return': {
      const back = returning(section, draft, step, place, origin);
      return { kind: 'new-item', section, item: back ?? item };
    }
    case 'remove-item':
      return { kind: 'remove-item', section, code: item.code };
    case 'order':
      return { kind: 'order', section, codes: found.items.map(({ code }) => code).toReversed() };
    case 'head': {
      const { about } = found;
      return { kind: 'section', section, head: { name: reworded(found.name, step, place), about } };
    }
    case 'meaning':
      return { kind: 'meaning', code: item.code, meaning: step.word > 1 ? 'kept' : 'changed' };
    case 'question':
    case 'answers':
    case 'help':
    case 'weight':
    case 'condition':
    case 'kind':
    case 'restore':
      return { kind: 'item', section, item: changedItem(item, step, place, origin) };
    default:
      return wholeEdit(draft, step, place);
  }
}
