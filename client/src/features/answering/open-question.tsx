import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { AnswerValue } from '#shared/domain/answers/answer.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { formatNumber, parseNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { NumberField } from '../../ui/field/number-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { useAnswering } from './answering-context.tsx';
import { ItemTexts } from './item-texts.tsx';

type OpenItem = Extract<Item, { kind: 'number' | 'text' }>;
type OpenQuestionProps = {
  item: OpenItem;
  legend: ReactNode;
  value: AnswerValue | null;
  onGive: (value: AnswerValue | null) => void;
};

function readTyped(item: OpenItem, typed: string): AnswerValue | null | undefined {
  if (typed.trim() === '') return null;
  if (item.kind === 'text') return { state: 'text', text: typed.trim() };
  const number = parseNumber(typed);
  return number === undefined ? undefined : { state: 'number', number };
}

/** A figure or a few words. Saved when one leaves the field; what does not fit stays and is explained. */
export function OpenQuestion({ item, legend, value, onGive }: OpenQuestionProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { texts, profile } = useAnswering();
  const shown = value?.state === 'number' ? String(value.number) : value?.state === 'text' ? value.text : '';
  const [typed, setTyped] = useState(shown);
  const [error, setError] = useState<string>();
  const explain = (code: string | undefined) => {
    if (item.kind === 'text') {
      const { maximumLength } = item;
      return t`At most ${maximumLength} characters.`;
    }
    const lowest = formatNumber(item.minimum, language, item.decimals);
    const highest = formatNumber(item.maximum, language, item.decimals);
    return code === 'too-many-decimals' ? t`Use fewer decimals.` : t`Write a number between ${lowest} and ${highest}.`;
  };
  const leave = () => {
    const given = readTyped(item, typed);
    const issue = given === undefined ? { code: 'no-number' } : checkAnswer(item, { value: given, comment: '' })[0];
    setError(issue === undefined ? undefined : explain(issue.code));
    if (issue === undefined && given !== undefined) onGive(given);
  };
  const field = { name: item.code, label: legend, value: typed, error, onBlur: leave };
  const hint = <ItemTexts item={item} profile={profile} texts={texts} />;
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
