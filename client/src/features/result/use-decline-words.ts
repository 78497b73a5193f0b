import { useLingui } from '@lingui/react/macro';
import type { DeclineReason } from '#shared/domain/routing/support-choices.ts';

/** Why a firm declines a suggestion, in words. */
export function useDeclineWords(): (reason: DeclineReason) => string {
  const { t } = useLingui();
  const words: Readonly<Record<DeclineReason, string>> = {
    'not-our-need': t`It is not what we need`,
    'no-time': t`We do not have the time now`,
    'too-costly': t`It costs too much`,
    'too-far': t`It is too far away`,
    'wrong-dates': t`The dates do not suit us`,
    'have-other-help': t`We have other help with it already`,
    other: t`Another reason`,
  };
  return (reason) => words[reason];
}
