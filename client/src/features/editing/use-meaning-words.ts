import { useLingui } from '@lingui/react/macro';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';

/** What can be said of new words for an old question, and what is asked. */
export function useMeaningWords(): Readonly<Record<Meaning | 'question', string>> {
  const { t } = useLingui();
  return {
    question: t`Does the question still ask the same?`,
    kept: t`Yes, in other words`,
    changed: t`No, it asks something else now`,
  };
}
