import { useLingui } from '@lingui/react/macro';

/** What the fields of a question are called: beside the field, in lists of faults and where two versions differ. */
export function useItemFieldWords() {
  const { t } = useLingui();
  return {
    kind: t`Kind of question`,
    question: t`Question`,
    subcontractor: t`Question to subcontractors`,
    help: t`Help`,
    trace: t`What a visitor could look at`,
    unit: t`Unit`,
    level: (level: number, name?: string) => (name === undefined ? t`Level ${level}` : t`Level ${level} (${name})`),
    levels: t`Levels`,
    choices: t`Choices`,
    choice: (number: number) => t`Choice ${number}`,
    choiceByCode: (code: string) => t`Choice “${code}”`,
    points: t`Points`,
    sizeNote: (number: number) => t`Size note ${number}`,
    sizes: t`For firms with`,
    minimum: t`Lowest`,
    maximum: t`Highest`,
    decimals: t`Decimals`,
    pointsYes: t`Points for yes`,
    pointsNo: t`Points for no`,
    maximumLength: t`Most characters`,
    forms: t`Forms that ask it`,
    appliesWhen: t`Asked when`,
    everybody: t`Everybody who gets the form is asked.`,
    allowsDontKnow: t`May be answered “don't know”`,
    allowsNotApplicable: t`May be answered “not relevant to us”`,
    weight: t`Weight`,
  };
}
