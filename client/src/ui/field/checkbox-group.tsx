import { ChoiceGroup, type ChoiceGroupTexts, type ChoiceOption } from './choice-group.tsx';

export type CheckboxGroupProps = ChoiceGroupTexts & {
  name: string;
  options: readonly ChoiceOption[];
  /** The values that are ticked. */
  value: readonly string[];
  /** One was ticked or unticked; what becomes of the others is for the receiver to decide. */
  onToggle: (value: string, isChosen: boolean) => void;
};

/** Checkboxes under one question of which several answers may be true. */
export function CheckboxGroup({ name, options, value, onToggle, ...texts }: CheckboxGroupProps) {
  return (
    <ChoiceGroup
      name={name}
      texts={texts}
      options={options}
      type="checkbox"
      inputOf={(option) => ({
        name,
        checked: value.includes(option.value),
        onChange: (event) => onToggle(option.value, event.currentTarget.checked),
      })}
    />
  );
}
