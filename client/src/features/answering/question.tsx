import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { ChoiceCards } from '../../ui/choice-cards/choice-cards.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { answerOf, choicesOf, dontKnowValue, isChoosable, notApplicableValue, radioOf } from './item-choices.ts';
import { ItemTexts } from './item-texts.tsx';
import { useLastChoice } from './last-time.tsx';
import { MultipleChoiceQuestion } from './multiple-choice-question.tsx';
import { OpenQuestion } from './open-question.tsx';
import { useQuestions } from './question-context.tsx';

export type QuestionProps = {
  item: Item;
  legend: ReactNode;
  /** Several questions on one screen are set closer. */
  isCompact: boolean;
};

function useApart(item: Item) {
  const { t } = useLingui();
  return [
    ...(item.allowsDontKnow ? [{ value: dontKnowValue, label: t`Don't know` }] : []),
    ...(item.allowsNotApplicable ? [{ value: notApplicableValue, label: t`Not relevant to us` }] : []),
  ];
}

function ChoiceQuestion({ item, legend, isCompact }: QuestionProps) {
  const { t } = useLingui();
  const { answers, texts, profile, give } = useQuestions();
  const last = useLastChoice(item);
  const apart = useApart(item);
  if (!isChoosable(item)) return null;
  const choices = choicesOf(item, texts, { yes: t`Yes`, no: t`No` });
  const { value = null, comment = '' } = answers[item.code] ?? {};
  const choose = (radio: string) => give(item.code, { value: answerOf(radio), comment });
  const wordsBy = (choice: { value: string }) => (choice.value === last?.value ? last.words : undefined);
  const description = <ItemTexts item={item} profile={profile} texts={texts} />;

  if (isCompact) {
    return (
      <RadioGroup
        name={item.code}
        legend={legend}
        hint={description}
        options={[...choices, ...apart].map((choice) => ({ ...choice, hint: wordsBy(choice) }))}
        value={radioOf(value)}
        layout="inline"
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  }
  return (
    <ChoiceCards
      name={item.code}
      legend={legend}
      description={description}
      choices={choices.map((choice) => ({ ...choice, detail: wordsBy(choice) }))}
      apart={apart.map((choice) => ({ ...choice, detail: wordsBy(choice) }))}
      value={radioOf(value)}
      onValueChange={choose}
    />
  );
}

/** One question with its answers, whatever its kind; every choice is saved at once. */
export function Question(props: QuestionProps) {
  const { item } = props;
  const { answers, give } = useQuestions();
  const { value = null, comment = '' } = answers[item.code] ?? {};
  const giveValue = (given: AnswerValue | null) => give(item.code, { value: given, comment });
  switch (item.kind) {
    case 'ladder':
    case 'single-choice':
    case 'yes-no':
      return <ChoiceQuestion {...props} />;
    case 'multiple-choice':
      return <MultipleChoiceQuestion item={item} legend={props.legend} value={value} onGive={giveValue} />;
    case 'number':
    case 'text':
      return <OpenQuestion item={item} legend={props.legend} value={value} onGive={giveValue} />;
  }
}
