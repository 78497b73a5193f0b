import type { ReactNode } from 'react';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import styles from './answering.module.css';
import { ItemTexts } from './item-texts.tsx';
import { LastTimeLine } from './last-time.tsx';
import { useQuestions } from './question-context.tsx';

type MultipleChoiceQuestionProps = {
  item: Extract<Item, { kind: 'multiple-choice' }>;
  legend: ReactNode;
  value: AnswerValue | null;
  onGive: (value: AnswerValue | null) => void;
};

/** A question of which several answers may be true. None chosen is no answer. */
export function MultipleChoiceQuestion({ item, legend, value, onGive }: MultipleChoiceQuestionProps) {
  const { texts, profile } = useQuestions();
  const chosen = value?.state === 'choices' ? value.choices : [];
  const toggle = (code: string, isChosen: boolean) => {
    const choices = item.choices
      .map((choice) => choice.code)
      .filter((each) => (each === code ? isChosen : chosen.includes(each)));
    onGive(choices.length === 0 ? null : { state: 'choices', choices });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <ItemTexts item={item} profile={profile} texts={texts} />
      <LastTimeLine item={item} />
      {item.choices.map(({ code }) => (
        <CheckboxField
          key={code}
          name={`${item.code}.${code}`}
          label={texts[itemTextKeys.choice(item, code)] ?? code}
          checked={chosen.includes(code)}
          onChange={(event) => toggle(code, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
