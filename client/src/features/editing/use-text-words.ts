import type { Definition } from '#shared/domain/instrument/definition.ts';
import { useClosingWords, useFeedbackWords, useHeadFieldWords } from './use-head-field-words.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useItemFieldWords } from './use-item-field-words.ts';
import { useWholeWords } from './use-whole-words.ts';

/** What a text belongs to, the part of it, and what its field is called. */
type Named = { readonly owner?: string | undefined; readonly within?: string | undefined; readonly label: string };
/** Keys of a kind, and how their parts are read. */
type Reader = readonly [RegExp, (...parts: string[]) => Named];

const closingCode = /^ALL\.(importance|wish|comment)$/;
/** A word, not a code such as PM1, that begins with a capital. */
const capital = /^\p{Lu}(?=[\p{Ll} ])/u;

/** The parts of a name as one run of words, of which only the first begins with a capital. */
export function joinWords(...parts: readonly (string | undefined)[]): string {
  const [first, ...others] = parts.filter((part) => part !== undefined);
  return [first, ...others.map((part) => part.replace(capital, (letter) => letter.toLowerCase()))].join(', ');
}

/** A question is known by its code; the closing ones, which have none of their own, by what they are. */
function useOwnerWords() {
  const closing = useClosingWords();
  const whole = useWholeWords();
  return (code: string): Omit<Named, 'label'> => {
    const question = closingCode.exec(code)?.[1];
    return question === undefined
      ? { owner: code }
      : { owner: whole.closing, within: closing[question as keyof typeof closing] };
  };
}

/** A choice is counted where its question is at hand, as its field is; else it is named by its code. */
function useChoiceWords(definition: Definition | undefined) {
  const words = useItemFieldWords();
  return (item: string, code: string) => {
    const found = definition?.structure.items.find(({ textCode }) => textCode === item);
    const index =
      found !== undefined && 'choices' in found ? found.choices.findIndex((each) => each.code === code) : -1;
    return index < 0 ? words.choiceByCode(code) : words.choice(index + 1);
  };
}

function useItemReaders(definition: Definition | undefined): readonly Reader[] {
  const words = useItemFieldWords();
  const names = useInstrumentNames(definition);
  const choice = useChoiceWords(definition);
  const owned = useOwnerWords();
  return [
    [
      /^([A-Z]{1,3}[0-9]{0,2}\.[^.]+)\.(question|help|trace|subcontractor|unit)$/,
      (code, part) => ({
        ...owned(code),
        label: words[part as 'question' | 'help' | 'trace' | 'subcontractor' | 'unit'],
      }),
    ],
    [/^(.+)\.level\.([0-9])$/, (code, level) => ({ ...owned(code), label: names.level(Number(level)) })],
    [/^(.+)\.choice\.([^.]+)$/, (code, which) => ({ ...owned(code), label: choice(code, which) })],
    [/^(.+)\.size-note\.([0-9]+)$/, (code, index) => ({ ...owned(code), label: words.sizeNote(Number(index) + 1) })],
  ];
}

function useSectionReaders(definition: Definition | undefined): readonly Reader[] {
  const head = useHeadFieldWords();
  const feedback = useFeedbackWords();
  const names = useInstrumentNames(definition);
  return [
    [/^([A-Z]{1,3}[0-9]{0,2})\.(name|about)$/, (owner, field) => ({ owner, label: head[field as 'name' | 'about'] })],
    [
      /^([A-Z]{1,3}[0-9]{1,2})\.band\.([^.]+)\.(meaning|next)$/,
      (owner, band, text) => ({ owner, within: names.band(band), label: head[text as 'meaning' | 'next'] }),
    ],
    [
      /^([A-Z]{1,3}[0-9]{1,2})\.feedback\.([^.]+)\.(.+)$/,
      (owner, band, kind) => ({ owner, within: names.band(band), label: feedback[kind] ?? kind }),
    ],
  ];
}

function useWholeReaders(definition: Definition | undefined): readonly Reader[] {
  const whole = useWholeWords();
  const head = useHeadFieldWords();
  const item = useItemFieldWords();
  const names = useInstrumentNames(definition);
  return [
    [
      /^form\.([^.]+)\.(name|about)$/,
      (form, field) => ({ within: head.form(names.form(form)), label: head[field as 'name' | 'about'] }),
    ],
    [/^scale\.level\.([0-9])$/, (level) => ({ owner: whole.scale, label: item.level(Number(level)) })],
    [/^scale\.(band|part)\.([^.]+)$/, (kind, code) => ({ owner: whole.scale, label: names[kind as 'band'](code) })],
    [
      /^staged\.[^.]+\.([0-9]+)\.(name|meaning)$/,
      (stage, text) => ({
        owner: whole.stages,
        label: text === 'name' ? head.stageName(Number(stage)) : head.stageMeaning(Number(stage)),
      }),
    ],
  ];
}

/** What texts of the instrument are called. The definition gives levels, bands, forms and choices their names. */
export function useTextWords(definition?: Definition) {
  const owned = useOwnerWords();
  const ofWhole = useWholeReaders(definition);
  const ofSections = useSectionReaders(definition);
  // Those of the whole come first: `scale.level.3` ends as a level of a question does.
  const readers = [...ofWhole, ...ofSections, ...useItemReaders(definition)];
  const read = (key: string) => {
    const reader = readers.find(([pattern]) => pattern.test(key));
    return reader?.[1](...(reader[0].exec(key)?.slice(1) ?? []));
  };
  const question = (code: string) => joinWords(owned(code).owner, owned(code).within);
  return {
    question,
    /** As its field is called, with what it belongs to: "D1.1, hjälptext". */
    name: (key: string) => {
      const named = read(key);
      return named === undefined ? question(key) : joinWords(named.owner, named.within, named.label);
    },
    /** As its field is called where it stands: "Hjälptext". */
    label: (key: string) => {
      const named = read(key);
      return named === undefined ? key : joinWords(named.within, named.label);
    },
  };
}
