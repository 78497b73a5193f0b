import { useLingui } from '@lingui/react/macro';
import type { UseFormReturn } from 'react-hook-form';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField, type SelectGroup, type SelectOption } from '../../ui/field/select-field.tsx';
import type { ProfileField, ProfileForm } from './profile-form.ts';
import type { ProfileInput } from './read-profile-form.ts';

export type Form = UseFormReturn<ProfileForm, unknown, ProfileInput>;
export type FieldsProps = { form: Form; errorOf: (field: ProfileField) => string | undefined };

function usePlaces({ counties, municipalities }: FirmProfileOptions): (SelectGroup | SelectOption)[] {
  const { t } = useLingui();
  const localise = useLocalised();
  const groups = counties.map(({ code, name }) => ({
    label: localise(name),
    options: municipalities
      .filter(({ county }) => county === code)
      .map((municipality) => ({ value: municipality.code, label: municipality.name }))
      .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
  }));
  return [...groups, { value: outsideRegion, label: t`Outside the three counties` }];
}

/** What everybody is asked. */
export function ProfileFields({ form, options, errorOf }: FieldsProps & { options: FirmProfileOptions }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const places = usePlaces(options);
  const { register } = form;
  return (
    <>
      <SelectField
        {...register('municipality')}
        label={t`Municipality`}
        hint={t`Where the firm, or the workplace you answer for, lies.`}
        placeholder={t`Choose municipality`}
        options={places}
        width="half"
        error={errorOf('municipality')}
      />
      <RadioGroup
        {...register('branch')}
        legend={t`Industry`}
        options={options.branches.map(({ code, name, about }) => ({
          value: code,
          label: localise(name),
          hint: localise(about),
        }))}
        error={errorOf('branch')}
      />
      <RadioGroup
        {...register('sizeClass', { deps: 'employees' })}
        legend={t`How many are you?`}
        hint={t`Employees in the firm, counted as people.`}
        options={options.sizeClasses.map(({ code, name }) => ({ value: code, label: localise(name) }))}
        error={errorOf('sizeClass')}
      />
      <RadioGroup
        {...register('chainRole')}
        legend={t`What do you mainly do?`}
        options={options.chainRoles.map(({ code, name, about }) => ({
          value: code,
          label: localise(name),
          hint: localise(about),
        }))}
        error={errorOf('chainRole')}
      />
    </>
  );
}
