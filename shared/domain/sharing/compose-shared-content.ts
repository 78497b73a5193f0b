import type { Answers, AnswerValue } from '../answers/answer.ts';
import { answerWords } from '../answers/answer-words.ts';
import type { ChangeRules } from '../change/change-rules.ts';
import { judgeChange } from '../change/judge-change.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import { compareRounds } from '../followup/compare-rounds.ts';
import type { Definition } from '../instrument/definition.ts';
import type { Item } from '../instrument/item.ts';
import { questionOf } from '../instrument/question-of.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys, textOf } from '../instrument/text-keys.ts';
import type { ItemMap } from '../instrument/version/comparability.ts';
import type { LocalisedText } from '../language.ts';
import type { Catalogue } from '../routing/catalogue.ts';
import { describeRouting } from '../routing/describe-routing.ts';
import type { Routing } from '../routing/routing.ts';
import type { DimensionScore, ScoreProfile } from '../scoring/score.ts';
import { summariseProfile } from '../scoring/summarise-profile.ts';
import type { Shareable, SharedPart } from './share-choice.ts';
import type { SaidAnswer, SharedContent } from './shared-content.ts';

/** An earlier round, and how its items relate to the later one's; undefined when both answered the same version. */
export type EarlierRound = {
  readonly submittedAt: string;
  readonly scoreProfile: ScoreProfile;
  readonly relations: ItemMap | undefined;
  readonly rules: ChangeRules;
};

/** One frozen submission with the versions that it was made with; null is what is not at hand, since it is not shown. */
export type SharedSource = {
  readonly definition: Definition;
  readonly scoreProfile: ScoreProfile;
  readonly profile: Pick<FirmProfile, 'chainRole'>;
  readonly answers: Answers | null;
  readonly routing: Routing | null;
  readonly catalogue: Catalogue;
  readonly earlier: EarlierRound | null;
};

type Words = { readonly of: (key: string) => LocalisedText };

const wordsOf = ({ texts }: Definition): Words => ({ of: (key) => textOf(texts, key, key) });

const scaleTop = 4;

function levelsOf({ definition, scoreProfile }: SharedSource, words: Words): SharedContent['levels'] {
  const { balance, strongest, weakest } = summariseProfile(scoreProfile);
  const { bands } = definition.structure.scoring;
  const nameOf = ({ dimension }: DimensionScore) => words.of(dimensionTextKeys.name(dimension));
  return {
    balance,
    strongest: strongest.map(nameOf),
    weakest: weakest.map(nameOf),
    scale: {
      lowest: words.of(scaleTextKeys.level(0)),
      highest: words.of(scaleTextKeys.level(scaleTop)),
      bands: bands.map(({ code, from }, index) => ({
        from,
        to: bands[index + 1]?.from ?? scaleTop,
        name: words.of(scaleTextKeys.band(code)),
      })),
    },
    parts: scoreProfile.parts.map(({ part, level, range }) => ({
      part,
      name: words.of(scaleTextKeys.part(part)),
      level,
      range,
    })),
    dimensions: scoreProfile.dimensions.map((score) => ({
      dimension: score.dimension,
      part: score.part,
      name: nameOf(score),
      status: score.status,
      level: score.level,
      range: score.range,
      bands:
        score.rangeBands === null
          ? null
          : {
              lowest: words.of(scaleTextKeys.band(score.rangeBands.lowest)),
              highest: words.of(scaleTextKeys.band(score.rangeBands.highest)),
            },
      meaning: score.band === null ? null : words.of(dimensionTextKeys.meaning(score.dimension, score.band)),
    })),
  };
}

function questionWords({ definition: { structure, texts }, profile }: SharedSource, code: string): LocalisedText {
  const item = structure.items.find((each) => each.code === code);
  if (item === undefined) return { sv: code, en: code };
  return { sv: questionOf(item, profile, texts.sv), en: questionOf(item, profile, texts.en) };
}

function stageOf(source: SharedSource, words: Words): SharedContent['stage'] {
  const [staged] = source.scoreProfile.stagedLevels;
  if (staged === undefined) return null;
  const named = (stage: number | null) =>
    stage === null || stage === 0
      ? null
      : {
          stage,
          name: words.of(scaleTextKeys.stageName(staged.code, stage)),
          meaning: words.of(scaleTextKeys.stageMeaning(staged.code, stage)),
        };
  return {
    reached: named(staged.stage),
    next: named(staged.nextStage),
    inTheWay: staged.blockedBy.map(({ item }) => questionWords(source, item)),
  };
}

/** Own words stay with the firm, whatever kind of item they answer. */
function say(item: Item, value: AnswerValue | null, { texts }: Definition): SaidAnswer {
  if (value === null) return { kind: 'no-answer' };
  if (value.state === 'text') return { kind: 'own-words' };
  const [sv, en] = [answerWords(item, value, texts.sv), answerWords(item, value, texts.en)];
  if (sv.kind === 'number') {
    const unitKey = itemTextKeys.unit(item);
    const unit = texts.sv[unitKey] === undefined ? null : textOf(texts, unitKey, unitKey);
    return { kind: 'number', number: sv.number, decimals: item.kind === 'number' ? item.decimals : 0, unit };
  }
  if (sv.kind !== 'words') return { kind: sv.kind };
  return { kind: 'words', text: { sv: sv.text, en: en.kind === 'words' ? en.text : sv.text } };
}

function answersOf(source: SharedSource, words: Words): SharedContent['answers'] {
  const { definition, scoreProfile, answers } = source;
  if (answers === null) return null;
  const items = new Map(definition.structure.items.map((item) => [item.code, item]));
  return scoreProfile.dimensions.map((score) => ({
    dimension: score.dimension,
    name: words.of(dimensionTextKeys.name(score.dimension)),
    items: score.items.flatMap(({ item: code, state }) => {
      const item = items.get(code);
      if (item === undefined || state === 'off-path') return [];
      return [
        {
          item: code,
          question: questionWords(source, code),
          answer: say(item, answers[code]?.value ?? null, definition),
        },
      ];
    }),
  }));
}

function suggestionsOf({ definition, routing, catalogue }: SharedSource): SharedContent['suggestions'] {
  if (routing === null) return null;
  return describeRouting(routing, { catalogue, texts: definition.texts }).suggestions.map(
    ({ packageCode, packageName, providerName, summary, reasons }) => ({
      packageCode,
      packageName,
      providerName,
      summary,
      reasons,
    }),
  );
}

function changeOf({ scoreProfile, earlier }: SharedSource, words: Words): SharedContent['change'] {
  if (earlier === null) return null;
  const { scoreProfile: before, relations, rules } = earlier;
  const { itemsLeftOut } = compareRounds(before, scoreProfile, relations);
  const judged = judgeChange({ earlier: before, later: scoreProfile, relations, thenLevels: {} }, rules);
  return {
    since: earlier.submittedAt,
    dimensions: judged.flatMap(({ dimension, verdict, change }) =>
      change === null
        ? []
        : [
            {
              dimension,
              name: words.of(dimensionTextKeys.name(dimension)),
              before: change.before,
              after: change.after,
              difference: change.difference,
              limit: change.limit,
              verdict: verdict === 'risen' || verdict === 'fallen' ? verdict : 'within-error',
              holdsTogether: change.holdsTogether,
              items: change.items,
            },
          ],
    ),
    itemsLeftOut,
  };
}

/** What the chosen parts show of a submission, and nothing of any other part. */
export function composeSharedContent(source: SharedSource, chosen: readonly SharedPart[]): SharedContent {
  const words = wordsOf(source.definition);
  const has = (part: SharedPart) => chosen.includes(part);
  return {
    levels: has('levels') ? levelsOf(source, words) : null,
    stage: has('stage') ? stageOf(source, words) : null,
    answers: has('answers') ? answersOf(source, words) : null,
    suggestions: has('suggestions') ? suggestionsOf(source) : null,
    change: has('change') ? changeOf(source, words) : null,
  };
}

/** What a submission has to show; `hasEarlier` where there is an earlier round to compare it with. */
export function shareableOf({ stagedLevels }: ScoreProfile, hasEarlier: boolean): Shareable {
  const [staged] = stagedLevels;
  const hasStage = staged !== undefined && (staged.stage !== null || staged.nextStage !== null);
  return { levels: true, stage: hasStage, answers: true, suggestions: true, change: hasEarlier };
}
