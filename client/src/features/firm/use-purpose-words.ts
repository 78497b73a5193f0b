import { useLingui } from '@lingui/react/macro';
import type { ConsentPurpose, StandingPurpose } from '#shared/domain/access/consent.ts';
import { isCountedByCoordination } from '#shared/domain/access/statistics-receivers.ts';

/** Whom a consent lets in, by the wording that was agreed to. */
type LetIn = { readonly receiver: string; readonly wordingVersion: string };

/** What each purpose is called, and what giving and withdrawing mean in words. */
export function usePurposeWords(): {
  name: (purpose: ConsentPurpose) => string;
  given: (purpose: StandingPurpose, letIn: LetIn) => string;
  withdrawn: (purpose: StandingPurpose, letIn: LetIn) => string;
  none: (purpose: StandingPurpose) => string;
} {
  const { t } = useLingui();
  const nameOf: Record<ConsentPurpose, string> = {
    contact: t`A request for contact`,
    result: t`The results`,
    cohort: t`Named in a group`,
    statistics: t`Counted in statistics`,
  };
  return {
    name: (purpose) => nameOf[purpose],
    given: (purpose, { receiver, wordingVersion }) => {
      if (purpose === 'result') {
        return t`${receiver} can now read your results. At the bottom of the page you see who has read them.`;
      }
      if (purpose === 'cohort') return t`${receiver} may now name you to the others in a group.`;
      return isCountedByCoordination(wordingVersion)
        ? t`You are now counted in the regions' statistics, and by the coordination of Måttstock.`
        : t`You are now counted in the regions' statistics.`;
    },
    withdrawn: (purpose, { receiver, wordingVersion }) => {
      if (purpose === 'result') return t`${receiver} can no longer read your results.`;
      if (purpose === 'cohort') return t`${receiver} may no longer name you to others.`;
      return isCountedByCoordination(wordingVersion)
        ? t`You are no longer counted in the regions' statistics, or by the coordination of Måttstock.`
        : t`You are no longer counted in the regions' statistics.`;
    },
    none: (purpose) => {
      if (purpose === 'result') return t`No provider can read your results.`;
      if (purpose === 'cohort') return t`Nobody may name you to other firms.`;
      return t`You are not counted in the regions' statistics.`;
    },
  };
}
