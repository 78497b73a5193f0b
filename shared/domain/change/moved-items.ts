import * as z from 'zod/mini';
import type { Answers } from '../answers/answer.ts';
import { answerWords } from '../answers/answer-words.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import { dimensionCodeSchema, itemCodeSchema } from '../instrument/codes.ts';
import type { Definition } from '../instrument/definition.ts';
import { indexStructure } from '../instrument/index-structure.ts';
import { questionOf } from '../instrument/question-of.ts';
import { type ItemMap, isComparable } from '../instrument/version/comparability.ts';
import { diffVersions } from '../instrument/version/difference.ts';
import { type LocalisedText, localisedTextSchema } from '../language.ts';
import type { ItemContribution, ScoreProfile } from '../scoring/score.ts';

/**
 * What an item has to do with the change. `risen` and `fallen` moved what is compared; `known-now` and `unknown-now` left or
 * met a *vet ej*, which is no rise and no fall; `only-then` and `only-now` were answered in one of the rounds; the rest may not be
 * compared. Items answered alike are not told of.
 */
export const itemMoves = [
  'risen',
  'fallen',
  'known-now',
  'unknown-now',
  'only-then',
  'only-now',
  'reworded',
  'rescaled',
  'added',
  'removed',
] as const;
export const itemMoveSchema = z.enum(itemMoves);
export type ItemMove = z.infer<typeof itemMoveSchema>;

/** An answer in the item's own words, or what kind it is where the interface has the words. */
export const saidSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('words'), text: localisedTextSchema }),
  z.strictObject({ state: z.enum(['yes', 'no', 'dont-know', 'not-applicable', 'unanswered', 'not-asked']) }),
]);
export type Said = z.infer<typeof saidSchema>;

export const movedItemSchema = z.strictObject({
  item: itemCodeSchema,
  /** Where it is now, or was. */
  dimension: dimensionCodeSchema,
  move: itemMoveSchema,
  question: localisedTextSchema,
  /** Where it was put in other words then. */
  earlierQuestion: z.nullable(localisedTextSchema),
  saidThen: saidSchema,
  saidNow: saidSchema,
});
export type MovedItem = z.infer<typeof movedItemSchema>;

/** One round: what was asked, and what was answered. */
export type Round = {
  readonly definition: Definition;
  readonly profile: Pick<FirmProfile, 'chainRole'>;
  readonly answers: Answers;
  readonly scoreProfile: ScoreProfile;
};

type Found = { readonly dimension: string; readonly contribution: ItemContribution };

const contributionsOf = ({ dimensions }: ScoreProfile): Map<string, Found> =>
  new Map(
    dimensions.flatMap(({ dimension, items }) =>
      items.map((contribution) => [contribution.item, { dimension, contribution }] as const),
    ),
  );

function localised(
  { definition }: Pick<Round, 'definition'>,
  words: (texts: Definition['texts']['sv']) => string,
): LocalisedText {
  return { sv: words(definition.texts.sv), en: words(definition.texts.en) };
}

function questionIn(round: Round, code: string): LocalisedText | undefined {
  const item = indexStructure(round.definition.structure).items.get(code);
  return item && localised(round, (texts) => questionOf(item, round.profile, texts));
}

/** As scored: what is off the path was not asked, whatever had been answered before the path changed. */
function saidIn(round: Round, code: string, found: Found | undefined): Said {
  const item = indexStructure(round.definition.structure).items.get(code);
  if (item === undefined || found === undefined || found.contribution.state === 'off-path')
    return { state: 'not-asked' };
  const value = round.answers[code]?.value ?? null;
  if (value === null) return { state: 'unanswered' };
  const { kind } = answerWords(item, value, round.definition.texts.sv);
  if (kind !== 'words' && kind !== 'number') return { state: kind };
  return {
    state: 'words',
    text: localised(round, (texts) => {
      const words = answerWords(item, value, texts);
      return words.kind === 'words' ? words.text : code;
    }),
  };
}

/** Items with other points or bounds, of the two versions themselves: the map says only that they may not be compared. */
function rescaledBetween(earlier: Round, later: Round): ReadonlySet<string> {
  const { items } = diffVersions(earlier.definition, later.definition);
  return new Set(items.filter(({ kinds }) => kinds.includes('rescaled')).map(({ code }) => code));
}

const wasPut = (found: Found | undefined): boolean => found !== undefined && found.contribution.state !== 'off-path';

type Sides = { readonly before: Found | undefined; readonly after: Found | undefined };

function moveOfSame({ before, after }: Sides): ItemMove | undefined {
  const [then, now] = [before?.contribution, after?.contribution];
  const [pointsThen, pointsNow] = [then?.points ?? null, now?.points ?? null];
  if (pointsThen !== null && pointsNow !== null) {
    if (pointsThen === pointsNow) return undefined;
    return pointsNow > pointsThen ? 'risen' : 'fallen';
  }
  if (pointsNow !== null) return then?.state === 'dont-know' ? 'known-now' : 'only-now';
  if (pointsThen !== null) return now?.state === 'dont-know' ? 'unknown-now' : 'only-then';
  return undefined;
}

/**
 * The items that have moved the firm or that could not be compared, with what was answered then and now, in the order of the
 * later version and then those that have gone. `relations` is undefined when both answered the same version.
 */
export function moveItems(earlier: Round, later: Round, relations: ItemMap | undefined): MovedItem[] {
  const [then, now] = [contributionsOf(earlier.scoreProfile), contributionsOf(later.scoreProfile)];
  const rescaled = relations === undefined ? new Set<string>() : rescaledBetween(earlier, later);
  const moveOf = (item: string, sides: Sides): ItemMove | undefined => {
    const relation = relations?.get(item);
    if (relations === undefined || isComparable(relation)) return moveOfSame(sides);
    if (!wasPut(sides.before) && !wasPut(sides.after)) return undefined;
    if (relation === 'added' || relation === 'removed') return relation;
    return rescaled.has(item) ? 'rescaled' : 'reworded';
  };
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((item): MovedItem[] => {
    const sides = { before: then.get(item), after: now.get(item) };
    const move = moveOf(item, sides);
    const [asked, askedThen] = [questionIn(later, item), questionIn(earlier, item)];
    const question = asked ?? askedThen;
    const dimension = (sides.after ?? sides.before)?.dimension;
    if (move === undefined || question === undefined || dimension === undefined) return [];
    const isOther = askedThen !== undefined && askedThen.sv !== question.sv;
    return [
      {
        item,
        dimension,
        move,
        question,
        earlierQuestion: isOther ? askedThen : null,
        saidThen: saidIn(earlier, item, sides.before),
        saidNow: saidIn(later, item, sides.after),
      },
    ];
  });
}
