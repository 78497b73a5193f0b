import { useLingui } from '@lingui/react/macro';
import { useWatch } from 'react-hook-form';
import { NumberField } from '../../ui/field/number-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Choices, Percent, YesNo } from './optional-fields.tsx';
import type { FieldsProps } from './profile-fields.tsx';
import { isGroupAsked } from './profile-form.ts';

function IdentityFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        {...form.register('firmName')}
        label={t`Name of the firm`}
        isOptional
        autoComplete="organization"
        error={errorOf('firmName')}
      />
      <TextField
        {...form.register('organisationNumber')}
        label={t`Organisation number`}
        hint={t`Ten digits. Helps you find the firm again; others see it only if you let them see your results.`}
        isOptional
        width="half"
        autoComplete="off"
        error={errorOf('organisationNumber')}
      />
      <TextField
        {...form.register('branchDetail')}
        label={t`What you make or deliver, in your own words`}
        hint={t`For example turned parts in stainless steel. At most 120 characters.`}
        isOptional
        autoComplete="off"
        error={errorOf('branchDetail')}
      />
      <NumberField
        {...form.register('workplaces')}
        label={t`Number of workplaces`}
        hint={t`Addresses where the firm is active. A firm may have several.`}
        isOptional
        error={errorOf('workplaces')}
      />
    </>
  );
}

function EnergyField({ form }: FieldsProps) {
  const { t } = useLingui();
  return (
    <SelectField
      {...form.register('energyCostShare')}
      label={t`Energy cost as a share of turnover`}
      hint={t`Electricity, heat and fuel together. An estimate will do.`}
      isOptional
      placeholder={t`Don't know`}
      width="half"
      options={[
        { value: 'up-to-2', label: t`At most 2 per cent` },
        { value: '2-5', label: t`More than 2, at most 5 per cent` },
        { value: '5-10', label: t`More than 5, at most 10 per cent` },
        { value: 'over-10', label: t`More than 10 per cent` },
      ]}
    />
  );
}

export function FirmFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  const isPartOfGroup = useWatch({ control: form.control, name: 'isPartOfGroup' });
  return (
    <>
      <IdentityFields form={form} errorOf={errorOf} />
      <YesNo form={form} name="isPartOfGroup" legend={t`Is the firm part of a group?`} />
      {isGroupAsked({ isPartOfGroup }) && (
        <>
          <YesNo
            form={form}
            name="headquartersOutsideRegion"
            legend={t`Is the group led from outside the three counties?`}
          />
          <TextField
            {...form.register('parentOrganisationNumber')}
            label={t`The group's organisation number`}
            hint={t`The company at the top of the group, ten digits. We ask so that a group with several firms here is counted once in the regions' figures.`}
            isOptional
            width="half"
            autoComplete="off"
            error={errorOf('parentOrganisationNumber')}
          />
        </>
      )}
      <YesNo form={form} name="ownershipChangePlanned" legend={t`Will the firm change owner within five years?`} />
      <Choices
        form={form}
        errorOf={errorOf}
        name="certifications"
        legend={t`Which certificates does the firm have?`}
        hint={t`Choose everything that applies.`}
      />
      <EnergyField form={form} errorOf={errorOf} />
    </>
  );
}

export function PeopleFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <NumberField
        {...form.register('employees')}
        label={t`Employees`}
        hint={t`The exact number, counted as people.`}
        isOptional
        error={errorOf('employees')}
      />
      <Percent form={form} errorOf={errorOf} name="womenPercent" />
      <Percent form={form} errorOf={errorOf} name="womenManagementPercent" />
      <Percent form={form} errorOf={errorOf} name="womenProductionPercent" />
    </>
  );
}
