import { useLingui } from '@lingui/react/macro';

/** What a respondent is asked before they answer, and may change for as long as they answer. */
export function useCountsAloneWords() {
  const { t } = useLingui();
  return {
    legend: t`May your answers count where few have answered?`,
    hint: t`It concerns questions that fewer than three have answered, besides whoever leads.`,
    options: [
      {
        value: 'yes',
        label: t`Yes, count them all the same`,
        hint: t`Whoever leads may then understand what you answered to those questions.`,
      },
      {
        value: 'no',
        label: t`No, only where at least three have answered`,
        hint: t`Your answers to the other questions are not counted.`,
      },
    ],
  };
}
