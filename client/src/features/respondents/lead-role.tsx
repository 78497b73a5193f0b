import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Respondents } from '#shared/contracts/respondents.ts';
import { respondentRoles } from '#shared/domain/respondents/respondent-role.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendLeadRole } from './api.ts';

export type LeadRoleProps = {
  responseId: string;
  respondents: Respondents;
  onChange: (respondents: Respondents) => void;
};

/** The role of whoever leads, whose own answers are one voice among the others. */
export function LeadRole({ responseId, respondents, onChange }: LeadRoleProps) {
  const { t } = useLingui();
  const words = useRespondentRoleWords();
  const action = useAction(useProblemWords());
  const [said, setSaid] = useState('');
  const choose = (value: string) => {
    const role = respondentRoles.find((each) => each === value);
    if (role === undefined) return;
    action.run(async () => {
      const next = await sendLeadRole(responseId, role);
      const { name } = words[next.leadRole];
      onChange(next);
      setSaid(t`Your own answers are counted as: ${name}.`);
    });
  };
  return (
    <>
      <SelectField
        name="lead-role"
        label={t`What do you do yourself?`}
        hint={t`You answer everything, and are one voice among the others. It decides whether you are counted to the office or to the shop floor.`}
        options={respondentRoles.map((role) => ({ value: role, label: words[role].name }))}
        value={respondents.leadRole}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <p role="status">{said}</p>
      <FaultNotice fault={action.fault} />
    </>
  );
}
