import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatNumber, parseNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useSaveInPauses } from '../../lib/use-save-in-pauses.ts';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { ItemTexts } from './item-texts.tsx';
import { LastTimeLine } from './last-time.tsx';
import { useQuestions } from './question-context.tsx';
import { useTyped } from './use-typed.ts';

type OpenItem = Extract<Item, { kind: 'number' | 'text' }>;
type OpenQuestionProps = {
  item: OpenItem;
  legend: ReactNode;
  value: AnswerValue | null;
  onGive: (value: AnswerValue | null) => void;
};

/** The answer as it is written in the field. */
function written(value: AnswerValue | null, language: Language): string {
  if (value?.state === 'text') return value.text;
  if (value?.state !== 'number') return '';
  return language === 'sv' ? String(value.number).replace('.', ',') : String(value.number);
}

function read(item: OpenItem, typed: string): AnswerValue | null | undefined {
  if (typed.trim() === '') return null;
  if (item.kind === 'text') return { state: 'text', text: typed.trim() };
  const number = parseNumber(typed);
  return number === undefined ? undefined : { state: 'number', number };
}

/** A figure or a few words. Saved in pauses and when one leaves; what does not fit stays and is explained. */
export function OpenQuestion({ item, legend, value, onGive }: OpenQuestionProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { texts, profile } = useQuestions();
  const { typed, setTyped } = useTyped(written(value, language));
  const [fault, setFault] = useState<string>();
  const given = read(item, typed);
  const issue = given === undefined ? 'no-number' : checkAnswer(item, { value: given, comment: '' })[0]?.code;
  const explain = (code: string) => {
    if (item.kind === 'text') {
      const { maximumLength } = item;
      return t`At most ${maximumLength} characters.`;
    }
    const lowest = formatNumber(item.minimum, language, item.decimals);
    const highest = formatNumber(item.maximum, language, item.decimals);
    return code === 'too-many-decimals' ? t`Use fewer decimals.` : t`Write a number between ${lowest} and ${highest}.`;
  };
  const save = () => {
    const isNew = JSON.stringify(given) !== JSON.stringify(value);
    if (given !== undefined && issue === undefined && isNew) onGive(given);
  };
  const leave = () => {
    setFault(issue);
    save();
    if (given !== undefined) setTyped(written(given, language));
  };
  useSaveInPauses(typed, save);
  const error = fault === undefined ? undefined : explain(fault);
  const field = { name: item.code, label: legend, value: typed, error, onBlur: leave };
  const hint = (
    <>
      <ItemTexts item={item} profile={profile} texts={texts} />
      <LastTimeLine item={item} />
    </>
  );
  if (item.kind === 'text') {
    return (
      <TextAreaField
        {...field}
        hint={hint}
        maximumLength={item.maximumLength}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    );
  }
  return (
    <NumberField
      {...field}
      hint={hint}
      unit={texts[itemTextKeys.unit(item)]}
      hasDecimals={item.decimals > 0}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
