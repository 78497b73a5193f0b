import { declineWords } from '#shared/domain/routing/decline-words.ts';
import type { DeclineReason } from '#shared/domain/routing/support-choices.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** Why a firm declines a suggestion, in words. */
export function useDeclineWords(): (reason: DeclineReason) => string {
  const language = useLanguage();
  return (reason) => declineWords(reason, language);
}
