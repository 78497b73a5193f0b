import { indexStructure } from '../instrument/index-structure.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys } from '../instrument/text-keys.ts';
import { nextSteps } from '../scoring/next-steps.ts';
import { targetOf } from '../scoring/targets.ts';
import type { Report } from './report.ts';
import { questionWords, type ReportSource, wordsOf, wordsOrNull } from './report-source.ts';

const shownSteps = 3;

export function stageOf(source: ReportSource): Report['stage'] {
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

export function stepsOf(source: ReportSource): Report['nextSteps'] {
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
