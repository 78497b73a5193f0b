import { useLingui } from '@lingui/react/macro';
import type { ChangeEvent } from 'react';
import type { Meaning } from '#shared/domain/instrument/version/difference.ts';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { useMeaningWords } from './use-meaning-words.ts';

export type MeaningChoiceProps = {
  name: string;
  meaning: Meaning | null;
  onMeaning: (meaning: Meaning) => void;
};

/** What only a person can say: whether new words still ask the same, so that answers may be compared. */
export function MeaningChoice({ name, meaning, onMeaning }: MeaningChoiceProps) {
  const { t } = useLingui();
  const words = useMeaningWords();
  const choose = (event: ChangeEvent<HTMLInputElement>) =>
    onMeaning(event.currentTarget.value === 'kept' ? 'kept' : 'changed');
  return (
    <RadioGroup
      name={name}
      legend={words.question}
      options={[
        { value: 'kept', label: words.kept, hint: t`Earlier answers can be compared and carried over.` },
        { value: 'changed', label: words.changed, hint: t`Earlier answers are not compared.` },
      ]}
      value={meaning}
      onChange={choose}
    />
  );
}
