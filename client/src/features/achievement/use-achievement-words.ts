import { type AchievementWords, achievementWords } from '#shared/domain/achievement/achievement-words.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** What the page says in the same words as the report. */
export function useAchievementWords(): AchievementWords {
  return achievementWords(useLanguage());
}
