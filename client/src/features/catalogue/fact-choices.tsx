import { useLingui } from '@lingui/react/macro';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { useNames } from './catalogue-context.tsx';

type ManyProps<Code extends string> = {
  name: string;
  legend: string;
  codes: readonly Code[];
  nameOf: (code: Code) => string;
  chosen: readonly Code[];
  onChange: (chosen: Code[]) => void;
};

/** Several of a list. None can be ticked for a moment, but not be stored. */
export function Many<Code extends string>({ name, legend, codes, nameOf, chosen, onChange }: ManyProps<Code>) {
  const { t } = useLingui();
  const options = codes.map((value) => ({ value, label: nameOf(value) }));
  return (
    <CheckboxGroup
      name={name}
      legend={legend}
      layout="inline"
      options={options}
      value={chosen}
      onToggle={(code) => onChange(toggled(options, chosen, code))}
      error={chosen.length === 0 ? t`Choose at least one.` : undefined}
    />
  );
}

export function Bands({
  name,
  chosen,
  onChange,
}: {
  name: string;
  chosen: readonly string[];
  onChange: (bands: string[]) => void;
}) {
  const { t } = useLingui();
  const names = useNames();
  return (
    <Many
      name={`${name}.bands`}
      legend={t`How far the firm has come`}
      codes={names.bands}
      nameOf={names.band}
      chosen={chosen}
      onChange={onChange}
    />
  );
}

type OneProps = {
  name: string;
  label: string;
  codes: readonly string[];
  nameOf: (code: string) => string;
  value: string;
  onChange: (code: string) => void;
};

/** One of a list, what stands there among them. */
export function One({ name, label, codes, nameOf, value, onChange }: OneProps) {
  const all = [...new Set([...codes, value])];
  return (
    <SelectField
      name={name}
      label={label}
      options={all.map((code) => ({ value: code, label: nameOf(code) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
