import { useLingui } from '@lingui/react/macro';
import { respondentRoles } from '#shared/domain/respondents/respondent-role.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { RespondentForm } from './use-respondent-form.ts';

export type NamedDimension = { readonly value: string; readonly label: string };

/** Who, as what, and about which areas. */
export function RespondentFields({
  form,
  dimensions,
}: {
  form: RespondentForm;
  dimensions: readonly NamedDimension[];
}) {
  const { t } = useLingui();
  const words = useRespondentRoleWords();
  const { fields, faults, change, choose } = form;
  return (
    <>
      <TextField
        name="label"
        label={t`Who?`}
        hint={t`What you call the person, such as “Lars at the lathe”. Only you see it.`}
        autoComplete="off"
        value={fields.label}
        error={faults.label}
        onChange={({ currentTarget }) => change({ label: currentTarget.value })}
      />
      <RadioGroup
        name="role"
        legend={t`What does the person do?`}
        hint={t`Decides which areas are proposed.`}
        options={respondentRoles.map((role) => ({ value: role, label: words[role].name, hint: words[role].who }))}
        value={fields.role ?? ''}
        error={faults.role}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {fields.role !== null && (
        <CheckboxGroup
          name="part"
          legend={t`Areas that the person is asked about`}
          hint={t`Let several of you answer the same area where you may see it differently.`}
          options={dimensions}
          value={fields.part}
          error={faults.part}
          onToggle={(dimension) => change({ part: toggled(dimensions, fields.part, dimension) })}
        />
      )}
    </>
  );
}
