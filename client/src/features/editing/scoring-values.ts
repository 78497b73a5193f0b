import { zodResolver } from '@hookform/resolvers/zod';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { type ScoringRules, scoringRulesSchema } from '#shared/domain/instrument/definition.ts';
import { parseNumber } from '../../lib/format.ts';

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
const typed = (value: number) => String(value).replace('.', ',');
const numberOf = (text: string) => parseNumber(text) ?? Number.NaN;

export function scoringValuesOf(rules: ScoringRules): ScoringValues {
  return {
    version: rules.version,
    ladderPoints: rules.ladderPoints.map(typed),
    minimumShareAnswered: typed(Number((rules.minimumShareAnswered * perCent).toFixed(shareDecimals))),
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
