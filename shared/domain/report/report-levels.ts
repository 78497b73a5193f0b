import type { AnswerValue } from '../answers/answer.ts';
import { answerWords } from '../answers/answer-words.ts';
import { indexStructure, itemCodesOfForm } from '../instrument/index-structure.ts';
import type { Item } from '../instrument/item.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys } from '../instrument/text-keys.ts';
import { standBeside } from '../review/stand-beside.ts';
import { importanceOf } from '../scoring/importance.ts';
import { placeByImportance } from '../scoring/importance-quadrants.ts';
import type { DimensionScore } from '../scoring/score.ts';
import { findStrengths } from '../scoring/strengths.ts';
import { takesTarget, targetOf } from '../scoring/targets.ts';
import { whatMovesMost } from '../scoring/what-moves-most.ts';
import type { Report, ReportAnswer, ReportDimension } from './report.ts';
import { asked, questionWords, type ReportSource, wordsOf, wordsOrNull } from './report-source.ts';

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

export function strengthsOf(source: ReportSource): Report['strengths'] {
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

export function importanceAgainstLevel(source: ReportSource): Report['importance'] {
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

export function dimensionOf(source: ReportSource, score: DimensionScore): ReportDimension {
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

export function partsOf(source: ReportSource): Report['parts'] {
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
export function otherItemsOf(source: ReportSource): Report['otherItems'] {
  const { structure } = source.definition;
  const { items } = indexStructure(structure);
  return itemCodesOfForm(structure, source.formCode).flatMap((code) => {
    const item = items.get(code);
    if (item === undefined || item.purpose === 'score' || source.answers[code] === undefined) return [];
    return [itemOf(source, item, null)];
  });
}
