import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturn } from 'react-hook-form';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField, type SelectGroup, type SelectOption } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { ProfileField, ProfileForm, ProfileInput } from './profile-form.ts';
import styles from './start-page.module.css';

type Form = UseFormReturn<ProfileForm, unknown, ProfileInput>;
type FieldsProps = { form: Form; errorOf: (field: ProfileField) => string | undefined };

const optionalFields = [
  'firmName',
  'organisationNumber',
  'employees',
  'womenPercent',
  'largestCustomerPercent',
  'ownershipChangePlanned',
  'headquartersOutsideRegion',
  'hasUsedTestBed',
] as const;

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
        legend={t`Branch`}
        options={options.branches.map(({ code, name, about }) => ({
          value: code,
          label: localise(name),
          hint: localise(about),
        }))}
        error={errorOf('branch')}
      />
      <RadioGroup
        {...register('sizeClass')}
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

function YesNoField({ form, name, legend, hint }: { form: Form; name: ProfileField; legend: string; hint?: string }) {
  const { t } = useLingui();
  return (
    <RadioGroup
      {...form.register(name)}
      legend={legend}
      hint={hint}
      isOptional
      layout="inline"
      options={[
        { value: 'yes', label: t`Yes` },
        { value: 'no', label: t`No` },
      ]}
    />
  );
}

/** What makes the suggestions better and nobody has to say. Open from the start when something in it was said. */
export function MoreFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  const { register, getValues } = form;
  return (
    <Details
      isOpenAtFirst={optionalFields.some((name) => getValues(name) !== '')}
      summary={<Trans>More about the firm, for better suggestions (optional)</Trans>}
    >
      <div className={styles.form}>
        <TextField
          {...register('firmName')}
          label={t`Name of the firm`}
          isOptional
          autoComplete="organization"
          error={errorOf('firmName')}
        />
        <TextField
          {...register('organisationNumber')}
          label={t`Organisation number`}
          hint={t`Ten digits. Helps you find the firm again; nobody else sees it.`}
          isOptional
          width="half"
          autoComplete="off"
          error={errorOf('organisationNumber')}
        />
        <NumberField {...register('employees')} label={t`Employees`} isOptional error={errorOf('employees')} />
        <NumberField
          {...register('womenPercent')}
          label={t`Share of women among the employees`}
          isOptional
          unit={t`per cent`}
          hasDecimals
          error={errorOf('womenPercent')}
        />
        <NumberField
          {...register('largestCustomerPercent')}
          label={t`The largest customer's share of turnover`}
          isOptional
          unit={t`per cent`}
          hasDecimals
          error={errorOf('largestCustomerPercent')}
        />
        <YesNoField
          form={form}
          name="ownershipChangePlanned"
          legend={t`Will the firm change owner within five years?`}
        />
        <YesNoField
          form={form}
          name="headquartersOutsideRegion"
          legend={t`Does the firm belong to a group led from outside the three counties?`}
        />
        <YesNoField
          form={form}
          name="hasUsedTestBed"
          legend={t`Have you tried something at a test bed in the last two years?`}
          hint={t`A place where firms try new technology or material before they buy.`}
        />
      </div>
    </Details>
  );
}
