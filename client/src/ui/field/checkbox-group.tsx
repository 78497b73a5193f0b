import { ChoiceGroup, type ChoiceGroupTexts, type ChoiceOption } from './choice-group.tsx';

type Option<Value extends string> = ChoiceOption & { value: Value };

export type CheckboxGroupProps<Value extends string> = ChoiceGroupTexts & {
  name: string;
  options: readonly Option<Value>[];
  /** The values that are ticked. */
  value: readonly Value[];
  layout?: 'stacked' | 'inline' | undefined;
  /** One was ticked or unticked; what becomes of the others is for the receiver to decide. */
  onToggle: (value: Value, isChosen: boolean) => void;
};

/** What is ticked after one was ticked or unticked, in the order of the options. */
export function toggled<Value extends string>(
  options: readonly { readonly value: Value }[],
  chosen: readonly Value[],
  changed: Value,
): Value[] {
  return options.map(({ value }) => value).filter((value) => (value === changed) !== chosen.includes(value));
}

/** Checkboxes under one question of which several answers may be true. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { name, options, value, layout, onToggle, ...texts } = props;
  return (
    <ChoiceGroup
      name={name}
      texts={texts}
      options={options}
      layout={layout}
      type="checkbox"
      inputOf={(option) => ({
        name,
        checked: value.includes(option.value as Value),
        'aria-invalid': texts.error ? true : undefined,
        onChange: (event) => onToggle(option.value as Value, event.currentTarget.checked),
      })}
    />
  );
}
