import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { type ScoringRules, scoringRulesSchema } from '#shared/domain/instrument/definition.ts';
import type { Language } from '#shared/domain/language.ts';
import { numberOf, typedNumber } from '../../lib/format.ts';

/** The scoring rules as they are typed: numbers as text, the share in per cent. */
export type ScoringValues = {
  version: string;
  ladderPoints: string[];
  minimumShareAnswered: string;
  bands: { code: string; from: string }[];
  stagedLevels: { code: string; stages: { stage: number; requires: { item: string; atLeast: string }[] }[] }[];
  /** What has no fields here and stays as it is. */
  rest: Pick<ScoringRules, 'gaps'> & { parts: ScoringRules['stagedLevels'][number]['part'][] };
};

const perCent = 100;
/** Enough for any share that is written down; what binary adds behind them is not shown. */
const shareDecimals = 6;

/** A share as it is written down in per cent. */
export function perCentOf(share: number): number {
  return Number((share * perCent).toFixed(shareDecimals));
}

export function scoringValuesOf(rules: ScoringRules, language: Language): ScoringValues {
  const typed = (value: number) => typedNumber(value, language);
  return {
    version: rules.version,
    ladderPoints: rules.ladderPoints.map(typed),
    minimumShareAnswered: typed(perCentOf(rules.minimumShareAnswered)),
    bands: rules.bands.map(({ code, from }) => ({ code, from: typed(from) })),
    stagedLevels: rules.stagedLevels.map(({ code, stages }) => ({
      code,
      stages: stages.map(({ stage, requires }) => ({
        stage,
        requires: requires.map(({ item, atLeast }) => ({ item, atLeast: typed(atLeast) })),
      })),
    })),
    rest: { gaps: rules.gaps, parts: rules.stagedLevels.map(({ part }) => part) },
  };
}

function unjudgedRules(values: ScoringValues): unknown {
  return {
    version: values.version.trim(),
    ladderPoints: values.ladderPoints.map(numberOf),
    minimumShareAnswered: numberOf(values.minimumShareAnswered) / perCent,
    bands: values.bands.map(({ code, from }) => ({ code, from: numberOf(from) })),
    stagedLevels: values.stagedLevels.map(({ code, stages }, index) => ({
      code,
      part: values.rest.parts[index],
      stages: stages.map(({ stage, requires }) => ({
        stage,
        requires: requires.map(({ item, atLeast }) => ({ item, atLeast: numberOf(atLeast) })),
      })),
    })),
    gaps: values.rest.gaps,
  };
}

export const scoringResolver: Resolver<ScoringValues, unknown, ScoringRules> = zodResolver(
  z.pipe(z.transform(unjudgedRules), scoringRulesSchema),
);
