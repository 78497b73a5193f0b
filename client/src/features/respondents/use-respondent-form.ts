import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { emailSchema } from '#shared/contracts/people.ts';
import type { Respondent } from '#shared/contracts/respondents.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Language } from '#shared/domain/language.ts';
import { dimensionsOfForm, proposedPart } from '#shared/domain/respondents/part.ts';
import { type RespondentRole, respondentRoles } from '#shared/domain/respondents/respondent-role.ts';
import { useLanguage } from '../../lib/use-language.ts';

export type RespondentFields = {
  label: string;
  role: RespondentRole | null;
  part: readonly string[];
  language: Language;
  email: string;
};
export type RespondentFaults = Partial<Record<'label' | 'role' | 'part' | 'email', string>>;

const longestLabel = 60;

/** What has been filled in of a respondent, and what of it is amiss once one has tried to go on. */
export function useRespondentForm(asked: { structure: Structure; formCode: string }, respondent?: Respondent) {
  const { t } = useLingui();
  const language = useLanguage();
  const blank: RespondentFields = { label: '', role: null, part: [], language, email: '' };
  const begun = respondent && { ...blank, ...respondent, label: respondent.label ?? '', email: respondent.email ?? '' };
  const [fields, setFields] = useState<RespondentFields>(begun ?? blank);
  const [hasTried, setTried] = useState(false);
  const label = fields.label.trim();
  const email = fields.email.trim();
  const found: RespondentFaults = {
    ...(label === '' && { label: t`Write what you call the person.` }),
    ...(label.length > longestLabel && { label: t`Shorten it to at most ${longestLabel} characters.` }),
    ...(fields.role === null && { role: t`Choose what comes closest.` }),
    ...(fields.role !== null && fields.part.length === 0 && { part: t`Choose at least one area.` }),
    ...(email !== '' &&
      !emailSchema.safeParse(email).success && { email: t`Write an e-mail address such as name@firm.se.` }),
  };
  return {
    fields,
    label,
    email,
    faults: hasTried ? found : {},
    change: (changes: Partial<RespondentFields>) => setFields((before) => ({ ...before, ...changes })),
    /** With what concerns the role, which may be changed afterwards. */
    choose: (value: string) => {
      const role = respondentRoles.find((each) => each === value);
      if (role === undefined) return;
      const part = proposedPart(asked.structure, asked.formCode, role);
      setFields((before) => ({ ...before, role, part }));
    },
    /** With somebody who was asked before: what this form still asks of their part, and else what concerns the role. */
    fill: ({ label: name, role, part: before, email: address }: Respondent) => {
      const part = dimensionsOfForm(asked.structure, asked.formCode).filter((code) => before.includes(code));
      const proposed = part.length > 0 ? part : proposedPart(asked.structure, asked.formCode, role);
      setFields({ ...blank, label: name ?? '', role, part: proposed, email: address ?? '' });
      setTried(false);
    },
    check: () => {
      setTried(true);
      return Object.keys(found).length === 0;
    },
    clear: () => {
      setFields(blank);
      setTried(false);
    },
  };
}
export type RespondentForm = ReturnType<typeof useRespondentForm>;
