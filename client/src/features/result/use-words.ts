import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { dimensionTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useResult } from './result-context.tsx';

/** The questionnaire's own words for its scale and dimensions. */
export function useWords() {
  const { texts, structure, index, result } = useResult();
  const word = (key: string) => texts[key] ?? key;
  const { bands } = structure.scoring;
  return {
    /** The question as it was put to this firm. */
    question: (code: string) => {
      const item = index.items.get(code);
      return item === undefined ? code : questionOf(item, result.response.profile, texts);
    },
    dimension: (code: string) => word(dimensionTextKeys.name(code)),
    meaning: (code: string, band: string) => word(dimensionTextKeys.meaning(code, band)),
    next: (code: string, band: string) => word(dimensionTextKeys.next(code, band)),
    band: (code: string) => word(scaleTextKeys.band(code)),
    part: (part: string) => word(scaleTextKeys.part(part)),
    stage: (code: string, stage: number) => ({
      name: word(scaleTextKeys.stageName(code, stage)),
      meaning: word(scaleTextKeys.stageMeaning(code, stage)),
    }),
    level: (level: number) => word(scaleTextKeys.level(level)),
    ends: { low: word(scaleTextKeys.level(0)), high: word(scaleTextKeys.level(4)) },
    /** The stretches of the scale, for a ruler. */
    bands: bands.map(({ code, from }, index) => ({
      from,
      to: bands[index + 1]?.from ?? 4,
      name: word(scaleTextKeys.band(code)),
    })),
  };
}
