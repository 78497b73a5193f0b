import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { chooseInSet } from '#shared/domain/firm/choice-set.ts';
import { CheckboxGroup } from '../../ui/field/checkbox-group.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import type { FieldsProps } from './profile-fields.tsx';
import { type ChoiceField, choiceSets, type PercentField, type YesNoField } from './profile-form.ts';
import { useChoiceWords } from './use-choice-words.ts';
import { usePercentLabels } from './use-percent-labels.ts';

type YesNoProps = Pick<FieldsProps, 'form'> & { name: YesNoField; legend: string; hint?: string };

export function YesNo({ form, name, legend, hint }: YesNoProps) {
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

type PercentProps = FieldsProps & { name: PercentField; hint?: string; comparedWith?: PercentField };

/** A share; `comparedWith` names the field whose fault this one can put right. */
export function Percent({ form, errorOf, name, hint, comparedWith }: PercentProps) {
  const { t } = useLingui();
  const labels = usePercentLabels();
  return (
    <NumberField
      {...form.register(name, comparedWith === undefined ? {} : { deps: comparedWith })}
      label={labels[name]}
      hint={hint}
      isOptional
      unit={t`per cent`}
      hasDecimals
      error={errorOf(name)}
    />
  );
}

type ChoicesProps = FieldsProps & { name: ChoiceField; legend: string; hint: ReactNode };

/** Several answers may be true; the domain decides what a tick does to the others. */
export function Choices({ form, errorOf, name, legend, hint }: ChoicesProps) {
  const words: Readonly<Record<string, string>> = useChoiceWords()[name];
  const { field } = useController({ control: form.control, name });
  const chosen: readonly string[] = field.value;
  return (
    <CheckboxGroup
      name={name}
      legend={legend}
      hint={hint}
      isOptional
      options={choiceSets[name].map((code) => ({ value: code, label: words[code] ?? code }))}
      value={chosen}
      onToggle={(code, isChosen) => field.onChange(chooseInSet(chosen, code, isChosen))}
      error={errorOf(name)}
    />
  );
}
