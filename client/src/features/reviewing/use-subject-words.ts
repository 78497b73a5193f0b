import { useLingui } from '@lingui/react/macro';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { dimensionTextKeys, itemTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { isWholeDimension, type Judgement } from '#shared/domain/review/review.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useReview } from './review-context.tsx';

/** The questionnaire's own words for what is reviewed, and for what both say of it. */
export function useSubjectWords() {
  const { t } = useLingui();
  const { review, basis, index, texts } = useReview();
  const say = useAnswerWords();
  const word = (key: string) => texts[key] ?? key;
  const dimension = (code: string) => word(dimensionTextKeys.name(code));
  const levelText = (code: string, level: number): string => {
    const item = index.items.get(code);
    return item === undefined ? word(scaleTextKeys.level(level)) : word(itemTextKeys.level(item, level));
  };
  const { bands } = basis.structure.scoring;
  return {
    dimension,
    levelText,
    /** The question as it was put to the firm, or the dimension as a whole. */
    subject: (code: string): string => {
      const item = index.items.get(code);
      if (isWholeDimension(code) || item === undefined) return dimension(code);
      return questionOf(item, review.profile, texts);
    },
    /** What the firm answered, with its place on the scale. */
    answer: (code: string): string => {
      const item = index.items.get(code);
      const value = review.answers[code]?.value ?? null;
      if (item === undefined) return '–';
      const words = say(item, value, texts);
      return value?.state === 'level' ? `${value.level}: ${words}` : words;
    },
    judgement: (code: string, judgement: Judgement): string =>
      judgement.state === 'level' ? `${judgement.level}: ${levelText(code, judgement.level)}` : t`Could not be judged`,
    ends: { low: word(scaleTextKeys.level(0)), high: word(scaleTextKeys.level(4)) },
    bands: bands.map(({ code, from }, place) => ({
      from,
      to: bands[place + 1]?.from ?? 4,
      name: word(scaleTextKeys.band(code)),
    })),
  };
}
