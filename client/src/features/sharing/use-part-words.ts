import { useLingui } from '@lingui/react/macro';
import type { SharedPart } from '#shared/domain/sharing/share-choice.ts';

/** What each part is called, and what it holds. */
export function usePartWords(): Record<SharedPart, { name: string; holds: string }> {
  const { t } = useLingui();
  return {
    levels: { name: t`The sentence and the levels`, holds: t`Strongest, weakest, and the level of every area.` },
    stage: { name: t`The process level`, holds: t`The level reached, the next one, and what stands in the way of it.` },
    answers: {
      name: t`The answers behind the levels`,
      holds: t`Every question with its answer. Comments and free text are never shown.`,
    },
    suggestions: {
      name: t`Suggested support packages`,
      holds: t`The packages with the reasons for them, which name single answers and figures of yours.`,
    },
    change: { name: t`Change since an earlier round`, holds: t`Then, now and the difference, area by area.` },
  };
}
