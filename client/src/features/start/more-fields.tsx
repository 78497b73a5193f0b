import { Trans, useLingui } from '@lingui/react/macro';
import { Details } from '../../ui/details/details.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { FieldsProps, Form } from './profile-fields.tsx';
import type { ProfileField } from './profile-form.ts';
import styles from './start-page.module.css';

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
