import { useLingui } from '@lingui/react/macro';

/** What the parts of the instrument as a whole are called, as headings and in lists. */
export function useWholeWords() {
  const { t } = useLingui();
  return {
    scoring: t`Scoring`,
    forms: t`Forms`,
    scale: t`Scale`,
    stages: t`Stages of the process level`,
    closing: t`Closing questions of every area`,
  };
}
