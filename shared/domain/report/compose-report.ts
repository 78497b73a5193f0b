import type { Answers, AnswerValue } from '../answers/answer.ts';
import { answerWords } from '../answers/answer-words.ts';
import { firstComparedGroup } from '../benchmark/first-compared-group.ts';
import { whyNotCompared } from '../benchmark/not-compared.ts';
import type { RoundChange } from '../change/round-change.ts';
import type { Grounds } from '../crosswalk/derive-row.ts';
import { type Figure, measureFigures } from '../crosswalk/figure.ts';
import { highestFigure, type Measure } from '../crosswalk/measure.ts';
import type { FirmProfile } from '../firm/firm-profile.ts';
import type { Definition } from '../instrument/definition.ts';
import { indexStructure, itemCodesOfForm } from '../instrument/index-structure.ts';
import type { Item } from '../instrument/item.ts';
import { questionOf } from '../instrument/question-of.ts';
import { dimensionTextKeys, formTextKeys, itemTextKeys, scaleTextKeys, textOf } from '../instrument/text-keys.ts';
import type { LocalisedText } from '../language.ts';
import { type ReviewedScores, standBeside } from '../review/stand-beside.ts';
import type { Catalogue } from '../routing/catalogue.ts';
import { describeRouting, withoutOwnAffairs } from '../routing/describe-routing.ts';
import type { Routing } from '../routing/routing.ts';
import { orderByChoice, type SupportChoices } from '../routing/support-choices.ts';
import { importanceOf } from '../scoring/importance.ts';
import { placeByImportance } from '../scoring/importance-quadrants.ts';
import { nextSteps } from '../scoring/next-steps.ts';
import type { DimensionScore, ScoreProfile } from '../scoring/score.ts';
import { findStrengths } from '../scoring/strengths.ts';
import { summariseProfile } from '../scoring/summarise-profile.ts';
import { type FirmTarget, takesTarget, targetOf } from '../scoring/targets.ts';
import { whatMovesMost } from '../scoring/what-moves-most.ts';
import { type Report, type ReportAnswer, type ReportDimension, reportFormat } from './report.ts';

type Peers = NonNullable<Report['comparison']>['peers'][number];

/** What a firm is compared with, as it is published: its groups, the finest first. */
export type ComparedWith = {
  readonly releases: readonly { readonly isSimulated: boolean }[];
  readonly measures: readonly { readonly code: string }[];
  readonly groups: readonly {
    readonly values: readonly { readonly attribute: LocalisedText; readonly value: LocalisedText }[];
    readonly peers: readonly (Omit<Peers, 'dimension' | 'name'> & { readonly measure: string })[];
  }[];
};

/** One frozen submission with all that is told of it, and the versions that it was made with. */
export type ReportSource = {
  readonly asOf: string;
  readonly firm: Report['firm'];
  readonly receipt: Report['receipt'];
  readonly formCode: string;
  readonly version: Pick<Report['madeFrom'], 'version' | 'definitionSha256' | 'catalogueVersion'>;
  readonly definition: Definition;
  readonly profile: FirmProfile;
  readonly answers: Answers;
  readonly scoreProfile: ScoreProfile;
  readonly routing: Routing;
  readonly catalogue: Catalogue;
  readonly reviews: readonly (ReviewedScores & { readonly organisationName: LocalisedText })[];
  readonly change: { readonly since: string; readonly told: RoundChange } | null;
  readonly comparison: ComparedWith | null;
  readonly measures: readonly Measure[];
  /** Without those whose question has come to mean something else than the rules of the measures were written for. */
  readonly answersToMeasure: Answers;
  /** Rows of the measures that the firm has answered itself; null where whoever reads may not see them. */
  readonly added: Grounds['added'] | null;
  readonly viewers: Report['viewers'];
  /** What the firm aims at itself; none where whoever reads may not see it, and then the proposal holds. */
  readonly targets: readonly FirmTarget[];
  /** What the firm makes of its suggestions; null where whoever reads is not told. */
  readonly choices: SupportChoices | null;
};

const shownSteps = 3;

const wordsOf = ({ definition }: ReportSource, key: string): LocalisedText => textOf(definition.texts, key, key);

function wordsOrNull({ definition: { texts } }: ReportSource, key: string): LocalisedText | null {
  return texts.sv[key] === undefined ? null : textOf(texts, key, key);
}

const questionWords = ({ definition: { texts }, profile }: ReportSource, item: Item): LocalisedText => ({
  sv: questionOf(item, profile, texts.sv),
  en: questionOf(item, profile, texts.en),
});

function say(source: ReportSource, item: Item, value: AnswerValue | null): ReportAnswer {
  if (value === null) return { kind: 'no-answer' };
  if (value.state === 'text') return { kind: 'own-words', text: value.text };
  const { texts } = source.definition;
  const [sv, en] = [answerWords(item, value, texts.sv), answerWords(item, value, texts.en)];
  if (sv.kind === 'number') {
    return { kind: 'number', number: sv.number, unit: wordsOrNull(source, itemTextKeys.unit(item)) };
  }
  if (sv.kind !== 'words') return { kind: sv.kind };
  return { kind: 'words', text: { sv: sv.text, en: en.kind === 'words' ? en.text : sv.text } };
}

type Counts = ReportDimension['items'][number]['counts'];

const itemOf = (source: ReportSource, item: Item, counts: Counts): ReportDimension['items'][number] => ({
  item: item.code,
  question: questionWords(source, item),
  answer: say(source, item, source.answers[item.code]?.value ?? null),
  comment: source.answers[item.code]?.comment ?? '',
  counts,
});

const shownMoves = 2;

function asked(source: ReportSource, code: string): LocalisedText {
  const item = indexStructure(source.definition.structure).items.get(code);
  return item === undefined ? { sv: code, en: code } : questionWords(source, item);
}

function movesOf(source: ReportSource, score: DimensionScore): ReportDimension['moves'] {
  const { raise, unknown } = whatMovesMost(score, source.definition.structure.scoring);
  return {
    raise: raise.slice(0, shownMoves).map(({ item, points, raisedTo, rise }) => ({
      ...{ item, points, raisedTo, rise },
      question: asked(source, item),
    })),
    unknown: unknown.slice(0, shownMoves).map(({ item, width }) => ({ item, width, question: asked(source, item) })),
  };
}

function strengthsOf(source: ReportSource): Report['strengths'] {
  const { definition, scoreProfile, answers } = source;
  const { dimensions, practices } = findStrengths(scoreProfile, definition.structure.scoring);
  const { items } = indexStructure(definition.structure);
  return {
    dimensions: dimensions.map(({ dimension, level, items: held }) => ({
      ...{ dimension, level },
      name: wordsOf(source, dimensionTextKeys.name(dimension)),
      practices: held.map((item) => ({ item, question: asked(source, item) })),
    })),
    practices: practices.flatMap(({ dimension, item: code }) => {
      const item = items.get(code);
      const said = item === undefined ? null : say(source, item, answers[code]?.value ?? null);
      if (said?.kind !== 'words') return [];
      const area = wordsOf(source, dimensionTextKeys.name(dimension));
      return [{ item: code, question: asked(source, code), area, answer: said.text }];
    }),
  };
}

function importanceAgainstLevel(source: ReportSource): Report['importance'] {
  const { definition, scoreProfile, answers, targets } = source;
  const { placed, unplaced } = placeByImportance(definition.structure, scoreProfile, answers, targets);
  const named = <T extends { readonly dimension: string }>(all: readonly T[]) =>
    all.map((each) => ({ ...each, name: wordsOf(source, dimensionTextKeys.name(each.dimension)) }));
  return {
    placed: {
      begin: named(placed.begin),
      keep: named(placed.keep),
      wait: named(placed.wait),
      enough: named(placed.enough),
    },
    unplaced: named(unplaced),
  };
}

function dimensionOf(source: ReportSource, score: DimensionScore): ReportDimension {
  const { structure } = source.definition;
  const { items } = indexStructure(structure);
  const { dimension, part, status, level, range, rangeBands, band } = score;
  const countOf = (state: string) => score.items.filter((each) => each.state === state).length;
  return {
    ...{ dimension, part, status, level, range },
    target: takesTarget(score) ? targetOf(dimension, source.targets) : null,
    name: wordsOf(source, dimensionTextKeys.name(dimension)),
    bands: rangeBands && {
      lowest: wordsOf(source, scaleTextKeys.band(rangeBands.lowest)),
      highest: wordsOf(source, scaleTextKeys.band(rangeBands.highest)),
    },
    meaning: band === null ? null : wordsOf(source, dimensionTextKeys.meaning(dimension, band)),
    next: band === null ? null : wordsOrNull(source, dimensionTextKeys.next(dimension, band)),
    importance: importanceOf(dimension, structure, source.answers),
    answeredWeight: score.answeredWeight,
    applicableWeight: score.applicableWeight,
    dontKnow: countOf('dont-know'),
    notApplicable: countOf('not-applicable'),
    reviews: source.reviews.flatMap((review) => {
      const both = standBeside(source.scoreProfile, review).dimensions.find((each) => each.dimension === dimension);
      if (both == null || both.reviewed === null) return [];
      return [{ by: review.organisationName, level: both.reviewed.level, range: both.reviewed.range }];
    }),
    moves: movesOf(source, score),
    items: score.items.flatMap(({ item: code, ...counts }) => {
      const item = items.get(code);
      return item === undefined || counts.state === 'off-path' ? [] : [itemOf(source, item, counts)];
    }),
  };
}

function partsOf(source: ReportSource): Report['parts'] {
  return source.scoreProfile.parts
    .filter(({ part }) => source.scoreProfile.dimensions.some((each) => each.part === part))
    .map(({ part, level, range, scoredDimensions }) => ({
      ...{ part, level, range, scoredDimensions },
      name: wordsOf(source, scaleTextKeys.part(part)),
      reviews: source.reviews.flatMap((review) => {
        const both = standBeside(source.scoreProfile, review).parts.find((each) => each.part === part);
        if (both == null || both.reviewed === null) return [];
        return [{ by: review.organisationName, level: both.reviewed.level, range: both.reviewed.range }];
      }),
    }));
}

/** What was answered of the form besides what counts in a level. */
function otherItemsOf(source: ReportSource): Report['otherItems'] {
  const { structure } = source.definition;
  const { items } = indexStructure(structure);
  return itemCodesOfForm(structure, source.formCode).flatMap((code) => {
    const item = items.get(code);
    if (item === undefined || item.purpose === 'score' || source.answers[code] === undefined) return [];
    return [itemOf(source, item, null)];
  });
}

function stageOf(source: ReportSource): Report['stage'] {
  const [staged] = source.scoreProfile.stagedLevels;
  if (staged === undefined || (staged.stage === null && staged.nextStage === null)) return null;
  const { items } = indexStructure(source.definition.structure);
  const named = (stage: number | null) =>
    stage === null || stage === 0
      ? null
      : {
          stage,
          name: wordsOf(source, scaleTextKeys.stageName(staged.code, stage)),
          meaning: wordsOf(source, scaleTextKeys.stageMeaning(staged.code, stage)),
        };
  return {
    reached: named(staged.stage),
    next: named(staged.nextStage),
    inTheWay: staged.blockedBy.flatMap(({ item: code }) => {
      const item = items.get(code);
      return item === undefined ? [] : [questionWords(source, item)];
    }),
  };
}

function stepsOf(source: ReportSource): Report['nextSteps'] {
  const { definition, scoreProfile, answers, targets } = source;
  const { items } = indexStructure(definition.structure);
  return nextSteps(definition.structure, scoreProfile, answers, shownSteps, targets).flatMap((step) => {
    const item = items.get(step.item);
    if (item === undefined) return [];
    const band = scoreProfile.dimensions.find(({ dimension }) => dimension === step.dimension)?.band ?? null;
    return [
      {
        ...{ item: step.item, level: step.level, aim: step.aim },
        isProposal: targetOf(step.dimension, targets).isProposal,
        area: wordsOf(source, dimensionTextKeys.name(step.dimension)),
        question: questionWords(source, item),
        today: wordsOf(source, itemTextKeys.level(item, step.level)),
        target: wordsOf(source, itemTextKeys.level(item, step.aim)),
        begin: band === null ? null : wordsOrNull(source, dimensionTextKeys.next(step.dimension, band)),
      },
    ];
  });
}

type Suggestions = ReturnType<typeof describeRouting>['suggestions'];

function choicesOf(source: ReportSource, suggestions: Suggestions): Report['choices'] {
  if (source.choices === null) return null;
  const { order, declined, asks } = source.choices;
  return {
    isReordered: order.length > 0,
    declined: declined.flatMap(({ packageCode, reason, note }) =>
      suggestions
        .filter((each) => each.packageCode === packageCode)
        .map(({ packageName, providerName }) => ({
          ...{ packageCode, reason, note },
          name: packageName,
          provider: providerName,
        })),
    ),
    asks: asks.map(({ dimension, words }) => ({
      ...{ dimension, words },
      name: wordsOf(source, dimensionTextKeys.name(dimension)),
    })),
  };
}

function supportOf(
  source: ReportSource,
): Pick<Report, 'notices' | 'suggestions' | 'choices' | 'runnerUp' | 'waiting' | 'gaps'> {
  const { routing, catalogue, definition, viewers, choices } = source;
  const readable = viewers === null ? withoutOwnAffairs(routing) : routing;
  const { notices, suggestions, runnerUp, postponed, gaps } = describeRouting(readable, {
    catalogue,
    texts: definition.texts,
  });
  const isConfirmed = (code: string) =>
    catalogue.providers.find((each) => each.code === code)?.confirmation === 'confirmed';
  const shown = choices === null ? suggestions : orderByChoice(suggestions, choices);
  return {
    suggestions: shown.map(({ packageCode, packageName, summary, providerCode, providerName, reasons }) => ({
      ...{ packageCode, summary, reasons },
      name: packageName,
      provider: providerName,
      isProviderConfirmed: isConfirmed(providerCode),
    })),
    choices: choicesOf(source, suggestions),
    runnerUp: runnerUp && {
      name: runnerUp.packageName,
      provider: runnerUp.providerName,
      against: runnerUp.againstName,
      parts: runnerUp.parts,
      reasons: runnerUp.reasons,
    },
    notices: notices.map(({ text }) => text),
    waiting: postponed.map(({ packageName, reason }) => ({ name: packageName, reason })),
    gaps: gaps.map(({ text }) => text),
  };
}

function changeOf({ change }: ReportSource): Report['change'] {
  if (change === null) return null;
  return {
    since: change.since,
    rulesVersion: change.told.rulesVersion,
    dimensions: change.told.dimensions.map(({ dimension, name, verdict, change: moved }) => ({
      ...{ dimension, name, verdict },
      before: moved?.before ?? null,
      after: moved?.after ?? null,
      difference: moved?.difference ?? null,
      limit: moved?.limit ?? null,
      holdsTogether: moved?.holdsTogether === true,
    })),
  };
}

/** The same group as the page begins with. */
function comparisonOf(source: ReportSource): Report['comparison'] {
  const { comparison, scoreProfile } = source;
  const compared = firstComparedGroup(comparison?.groups ?? []);
  const published = { measures: comparison?.measures ?? [], peers: compared?.peers ?? [] };
  const areas = scoreProfile.dimensions.map((score) => ({
    dimension: score.dimension,
    name: wordsOf(source, dimensionTextKeys.name(score.dimension)),
    why: whyNotCompared(score, published),
  }));
  const peers = areas.flatMap(({ dimension, name, why }) => {
    const found = compared?.peers.find(({ measure }) => measure === dimension);
    if (why !== null || found === undefined) return [];
    const { measure: _, ...figures } = found;
    return [{ dimension, name, ...figures }];
  });
  const notCompared = areas.flatMap(({ why, ...area }) => (why === null ? [] : [{ ...area, why }]));
  if (compared === undefined || peers.length === 0) return null;
  const isSimulated = comparison?.releases.some((release) => release.isSimulated) === true;
  return { group: [...compared.values], isSimulated, peers, notCompared };
}

const shownOf = (figure: Figure | null) => figure && { lowest: figure.shown.lowest, highest: figure.shown.highest };

function measuresOf({ measures, answersToMeasure: answers, profile, added }: ReportSource): Report['measures'] {
  return measures.map((measure) => {
    const figures = measureFigures(measure, { answers, profile, added: added ?? {} });
    return {
      ...{ code: measure.code, version: measure.version, name: measure.name },
      highest: highestFigure(measure),
      total: shownOf(figures.total),
      dimensions: figures.dimensions.map(({ code, figure }) => ({
        name: measure.dimensions.find((each) => each.code === code)?.name ?? { sv: code, en: code },
        figure: shownOf(figure),
      })),
    };
  });
}

/** Everything that the files of a result show. Levels are exact means: each file says how it rounds them. */
export function composeReport(source: ReportSource): Report {
  const { definition, scoreProfile, formCode, version } = source;
  const { balance, strongest, weakest } = summariseProfile(scoreProfile);
  const namesOf = (scores: readonly DimensionScore[]) =>
    scores.map(({ dimension }) => wordsOf(source, dimensionTextKeys.name(dimension)));
  return {
    format: reportFormat,
    ...{ asOf: source.asOf, firm: source.firm, receipt: source.receipt },
    madeFrom: {
      form: { code: formCode, name: textOf(definition.texts, formTextKeys.name(formCode), formCode) },
      ...version,
      scoringRules: scoreProfile.rulesVersion,
      minimumShareAnswered: definition.structure.scoring.minimumShareAnswered,
    },
    scale: [0, 1, 2, 3, 4].map((level) => ({ level, name: wordsOf(source, scaleTextKeys.level(level)) })),
    summary: { balance, strongest: namesOf(strongest), weakest: namesOf(weakest) },
    strengths: strengthsOf(source),
    importance: importanceAgainstLevel(source),
    parts: partsOf(source),
    dimensions: scoreProfile.dimensions.map((score) => dimensionOf(source, score)),
    otherItems: otherItemsOf(source),
    stage: stageOf(source),
    nextSteps: stepsOf(source),
    ...supportOf(source),
    change: changeOf(source),
    comparison: comparisonOf(source),
    measures: measuresOf(source),
    measuresLeaveOut: source.added === null,
    viewers: source.viewers,
  };
}
