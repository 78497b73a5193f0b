import { type Language, languages } from '../../language.ts';
import { isCopied } from '../../wording/is-copied.ts';
import type { Definition } from '../definition.ts';
import type { DefinitionIssue } from '../definition-issue.ts';
import { fileOfCode } from '../file-of-code.ts';
import type { Item } from '../item.ts';
import { feedbackTextKey, itemTextKeys } from '../text-keys.ts';
import { lix } from './readability.ts';
import { forbiddenWords, highestLix, lengthLimits } from './wording-rules.ts';

type LimitKind = keyof typeof lengthLimits;

const limitKinds: readonly (readonly [RegExp, LimitKind])[] = [
  [/\.choice\.[^.]+$/, 'choice'],
  [/\.(question|subcontractor)$/, 'question'],
  [/\.help$/, 'help'],
  [/\.trace$/, 'trace'],
  [/^(?!scale).*\.level\.\d$/, 'level'],
  [/\.size-note\.\d+$/, 'sizeNote'],
  [/\.feedback\./, 'feedback'],
  [/\.(meaning|next)$/, 'meaning'],
  [/\.name$/, 'name'],
];

/** Most characters the text of this key may have; undefined when it has no limit of its own. */
export function lengthLimitOf(key: string): number | undefined {
  const kind = limitKinds.find(([pattern]) => pattern.test(key))?.[1];
  return kind === undefined ? undefined : lengthLimits[kind];
}

function issue(code: string, key: string, reason: string, about?: DefinitionIssue['about']): DefinitionIssue {
  return { file: fileOfCode(key), path: key, code, reason, ...(about === undefined ? {} : { about }) };
}

function checkText(key: string, text: string, language: Language): DefinitionIssue[] {
  const limit = lengthLimitOf(key);
  return [
    ...(limit !== undefined && text.length > limit
      ? [
          issue('text-too-long', key, `${text.length} characters in ${language}, at most ${limit}`, {
            language,
            length: text.length,
            limit,
          }),
        ]
      : []),
    ...forbiddenWords[language].flatMap(({ pattern, reason }) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined
        ? []
        : [issue('forbidden-word', key, `"${found}" in ${language}: ${reason}`, { language, word: found })];
    }),
  ];
}

function swedishTextsOf(item: Item, { texts }: Definition): string[] {
  const { question, help, trace, level, choice } = itemTextKeys;
  const keys = [question(item), help(item), trace(item), ...[0, 1, 2, 3, 4].map((points) => level(item, points))];
  const choices = 'choices' in item ? item.choices.map(({ code }) => choice(item, code)) : [];
  return [...keys, ...choices].flatMap((key) => texts.sv[key] ?? []);
}

export type Readability = { readonly item: string; readonly lix: number };

/** Reading ease of every item in Swedish, by the code its words are kept under, hardest first. */
export function readabilityOf(definition: Definition): readonly Readability[] {
  const byTextCode = new Map(definition.structure.items.map((item) => [item.textCode, item]));
  return [...byTextCode]
    .map(([code, item]) => ({ item: code, lix: lix(swedishTextsOf(item, definition)) }))
    .sort((a, b) => b.lix - a.lix);
}

const feedbackKinds = ['usual', 'practice', 'takes'] as const;

function checkFeedback({ structure, texts }: Definition): DefinitionIssue[] {
  return structure.dimensions.flatMap(({ code }) =>
    structure.scoring.bands.flatMap(({ code: band }) => {
      if (texts.sv[feedbackTextKey(code, band, 'why')] === undefined) {
        return [issue('missing-feedback', `${code}.bands.${band}`, `${code} has no feedback in the band ${band}`)];
      }
      return feedbackKinds
        .filter((kind) => {
          const words = (size: string) => texts.sv[feedbackTextKey(code, band, `${kind}.${size}`)];
          return words('small') === words('large');
        })
        .map((kind) => issue('sizes-alike', feedbackTextKey(code, band, kind), 'small and large firms read the same'));
    }),
  );
}

/** What keeps words from being published: too long, too hard, forbidden, copied from the other language, missing. */
export function checkWording(definition: Definition): DefinitionIssue[] {
  const { texts } = definition;
  return [
    ...languages.flatMap((language) =>
      Object.entries(texts[language]).flatMap(([key, text]) => checkText(key, text, language)),
    ),
    ...Object.entries(texts.sv)
      .filter(([key, text]) => isCopied(text, texts.en[key]))
      .map(([key]) => issue('text-copied', key, 'the English is a copy of the Swedish')),
    ...readabilityOf(definition)
      .filter((item) => item.lix > highestLix)
      .map((item) =>
        issue('hard-to-read', item.item, `LIX ${item.lix.toFixed(0)}, at most ${highestLix}`, {
          lix: Math.round(item.lix),
          limit: highestLix,
        }),
      ),
    ...checkFeedback(definition),
  ];
}
