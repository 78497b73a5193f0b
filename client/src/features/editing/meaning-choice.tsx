import { useLingui } from '@lingui/react/macro';
import type { ChangeEvent } from 'react';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';
import { RadioGroup } from '../../ui/field/radio-group.tsx';

export type MeaningChoiceProps = {
  name: string;
  meaning: Meaning | null;
  onMeaning: (meaning: Meaning) => void;
};

/** What only a person can say: whether new words still ask the same, so that answers may be compared. */
export function MeaningChoice({ name, meaning, onMeaning }: MeaningChoiceProps) {
  const { t } = useLingui();
  const choose = (event: ChangeEvent<HTMLInputElement>) =>
    onMeaning(event.currentTarget.value === 'kept' ? 'kept' : 'changed');
  return (
    <RadioGroup
      name={name}
      legend={t`Does the question still ask the same?`}
      options={[
        { value: 'kept', label: t`Yes, in other words`, hint: t`Earlier answers can be compared and carried over.` },
        { value: 'changed', label: t`No, it asks something else now`, hint: t`Earlier answers are not compared.` },
      ]}
      value={meaning}
      onChange={choose}
    />
  );
}
