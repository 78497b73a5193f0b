import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { editionDeliveries } from '#shared/domain/edition/edition-plan.ts';
import { languages } from '#shared/domain/language.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import type { Municipality, Package } from './api.ts';
import { DaysFields } from './days-fields.tsx';
import styles from './editions.module.css';
import type { PlanField, PlanForm, ReadPlan } from './read-plan.ts';
import { useEditionWords } from './use-edition-words.ts';

type FieldsProps = {
  form: UseFormReturn<PlanForm, unknown, ReadPlan>;
  errorOf: (field: PlanField) => string | undefined;
};

function PlaceFields({ form, errorOf, municipalities }: FieldsProps & { municipalities: readonly Municipality[] }) {
  const { t } = useLingui();
  if (form.watch('delivery') === 'online') return null;
  const options = municipalities
    .map(({ code, name }) => ({ value: code, label: name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'));
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          {...form.register('municipality')}
          label={t`Municipality`}
          placeholder={t`Choose a municipality`}
          options={options}
          error={errorOf('municipality')}
        />
        <TextField {...form.register('venue')} label={t`Place or address`} isOptional error={errorOf('venue')} />
      </div>
      <Details summary={<Trans>Exact position on the map</Trans>}>
        <div className={styles.pair}>
          <NumberField
            {...form.register('latitude')}
            label={t`Latitude`}
            hint={t`Degrees north, for example 60.607.`}
            hasDecimals
            isOptional
            error={errorOf('position')}
          />
          <NumberField
            {...form.register('longitude')}
            label={t`Longitude`}
            hint={t`Degrees east, for example 15.632.`}
            hasDecimals
            isOptional
          />
        </div>
      </Details>
    </>
  );
}

function DateFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.pair}>
      <TextField {...form.register('applyBy')} type="date" label={t`Last day to apply`} error={errorOf('applyBy')} />
      <TextField {...form.register('startsOn')} type="date" label={t`First day`} error={errorOf('startsOn')} />
      <TextField {...form.register('endsOn')} type="date" label={t`Last day`} error={errorOf('endsOn')} />
    </div>
  );
}

function SizeFields({ form, errorOf }: FieldsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.pair}>
      <NumberField {...form.register('places')} label={t`Places`} unit={t`firms`} error={errorOf('places')} />
      <NumberField
        {...form.register('minimumGroup')}
        label={t`Smallest group`}
        unit={t`firms`}
        error={errorOf('minimumGroup')}
      />
    </div>
  );
}

type EditionFieldsProps = FieldsProps & {
  /** Those to choose from; only the edition's own where it is there already. */
  packages: readonly Package[];
  municipalities: readonly Municipality[];
  isNew: boolean;
  onPackage: (code: string) => void;
  /** What is to be known about the chosen package. */
  children?: ReactNode | undefined;
};

/** Everything that is decided about an edition. */
export function EditionFields(props: EditionFieldsProps) {
  const { form, errorOf, packages, municipalities, isNew, onPackage, children } = props;
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useEditionWords();
  const chosen = form.register('packageCode', { onChange: (event) => onPackage(String(event.target.value)) });
  return (
    <>
      <SelectField
        {...chosen}
        label={t`Package`}
        hint={isNew ? t`Group size, length and dates follow from it, and can be changed.` : t`Cannot be changed.`}
        placeholder={isNew ? t`Choose a package` : undefined}
        options={packages.map(({ code, name }) => ({ value: code, label: localise(name) }))}
        error={errorOf('packageCode')}
      />
      {children}
      <TextField
        {...form.register('name')}
        label={t`Name of this group`}
        hint={t`Where it is not called what the package is called.`}
        isOptional
        error={errorOf('name')}
      />
      <RadioGroup
        {...form.register('delivery')}
        legend={t`How is it held?`}
        options={editionDeliveries.map((value) => ({ value, label: words.delivery(value) }))}
        error={errorOf('delivery')}
      />
      <PlaceFields form={form} errorOf={errorOf} municipalities={municipalities} />
      <DateFields form={form} errorOf={errorOf} />
      <SizeFields form={form} errorOf={errorOf} />
      <RadioGroup
        {...form.register('language')}
        legend={t`Language`}
        layout="inline"
        options={languages.map((value) => ({ value, label: words.language(value) }))}
        error={errorOf('language')}
      />
      <DaysFields form={form} error={errorOf('days')} />
    </>
  );
}
