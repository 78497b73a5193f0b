import type { Definition } from '../instrument/definition.ts';
import type { LocalisedText } from '../language.ts';
import { drawnLevel } from '../scoring/present-level.ts';
import type { DimensionScore } from '../scoring/score.ts';
import type { Catalogue } from './catalogue.ts';
import { renderEvidence } from './render-evidence.ts';
import { joinWords } from './render-words.ts';
import type { Routing } from './routing.ts';

/** What a rule across dimensions says of the firm, whatever came of it for the packages. */
export type CrossReading = {
  readonly ruleId: string;
  readonly name: LocalisedText;
  readonly why: LocalisedText;
  /** The facts of the firm that the rule rests on, as a part of a sentence. */
  readonly restsOn: LocalisedText;
  /** The rule lifts support with the ways of working and puts tools off until later. */
  readonly isProcessFirst: boolean;
};

/** X-n read several dimensions together; the M rules look at what kind of firm it is. */
const isAcrossDimensions = (ruleId: string): boolean => ruleId.startsWith('X-');

const isNotice = ({ effects }: Catalogue['rules'][number]): boolean =>
  effects.some(({ effect }) => effect === 'notice');

type Effect = Catalogue['rules'][number]['effects'][number];

const concerns = (effect: Effect, kind: 'prefer' | 'postpone', tag: string): boolean =>
  effect.effect === kind && effect.packages.tags?.includes(tag) === true;

const isProcessFirst = ({ effects }: Catalogue['rules'][number]): boolean =>
  effects.some((effect) => concerns(effect, 'prefer', 'process')) &&
  effects.some((effect) => concerns(effect, 'postpone', 'digital-tools'));

/**
 * A routing as it is read beside the levels: without the rules that rest on the level of a dimension of which only the ends
 * are shown, since too many answers are missing. They counted for the suggestions and would say of the firm what nobody can
 * tell.
 */
export function withoutUnsureRules<R extends Pick<Routing, 'firedRules'>>(
  routing: R,
  { dimensions }: { readonly dimensions: readonly Pick<DimensionScore, 'dimension' | 'level' | 'range'>[] },
): R {
  const unsure = new Set(
    dimensions.filter(({ level, range }) => drawnLevel(level, range) === null).map(({ dimension }) => dimension),
  );
  const isSure = ({ evidence }: Routing['firedRules'][number]) =>
    evidence.every((each) => each.fact !== 'dimension' || !unsure.has(each.dimension));
  return { ...routing, firedRules: routing.firedRules.filter(isSure) };
}

/**
 * The rules across dimensions that fired when the firm was routed, in the order of their numbers, each with why and
 * what it rests on. A rule that gives a notice is said there, and not once more. A rule that the catalogue of the time
 * does not have says nothing.
 */
export function crossReadings(
  { firedRules }: Pick<Routing, 'firedRules'>,
  { catalogue, texts }: { readonly catalogue: Catalogue; readonly texts: Definition['texts'] },
): CrossReading[] {
  return firedRules.flatMap(({ ruleId, evidence }) => {
    const rule = catalogue.rules.find(({ id }) => id === ruleId);
    if (rule === undefined || !isAcrossDimensions(ruleId) || isNotice(rule)) return [];
    const say = (language: 'sv' | 'en'): string => {
      const context = { catalogue, texts: texts[language], language };
      return joinWords(
        evidence.map((each) => renderEvidence(each, context)),
        context,
      );
    };
    const restsOn = { sv: say('sv'), en: say('en') };
    return [{ ruleId, name: rule.name, why: rule.why, restsOn, isProcessFirst: isProcessFirst(rule) }];
  });
}
