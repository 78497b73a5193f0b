import type { ComponentProps } from 'react';
import { ChoiceGroup, type ChoiceGroupTexts, type ChoiceOption } from './choice-group.tsx';

export type RadioGroupProps = ChoiceGroupTexts &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'name' | 'type' | 'value' | 'checked'> & {
    name: string;
    options: readonly ChoiceOption[];
    /** Give it to control the group; leave it out when `{...register('name')}` does. */
    value?: string | null | undefined;
    layout?: 'stacked' | 'inline' | undefined;
  };

/** Radio buttons under one question. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, hint, error, isOptional, options, value, layout, ...input } = props;
  return (
    <ChoiceGroup
      name={input.name}
      texts={{ legend, hint, error, isOptional }}
      options={options}
      layout={layout}
      type="radio"
      inputOf={(option) => ({ ...input, ...(value === undefined ? {} : { checked: value === option.value }) })}
    />
  );
}
