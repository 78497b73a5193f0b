import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Resolver, UseFormReturn } from 'react-hook-form';
import * as z from 'zod/mini';
import { type InstrumentSource, instrumentSourceSchema } from '#shared/domain/instrument/source.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { blankText } from './item-values.ts';
import { type FormTitle, PlaceForm, usePlaceForm } from './place-form.tsx';
import { useClosingWords } from './use-head-field-words.ts';
import { useItemFieldWords } from './use-item-field-words.ts';

type Closing = InstrumentSource['perDimension'];
type ClosingForm = UseFormReturn<Closing, unknown, Closing>;

const questions = ['importance', 'wish', 'comment'] as const;
type Question = (typeof questions)[number];

/** Help left blank in both languages is none. */
function withoutBlankHelp<Q extends { help?: LocalisedText | undefined }>({ help, ...question }: Q): unknown {
  const isBlank = help === undefined || `${help.sv}${help.en}`.trim() === '';
  return isBlank ? question : { ...question, help };
}

function unjudgedClosing({ importance, wish, comment }: Closing): unknown {
  return {
    importance: withoutBlankHelp(importance),
    wish: withoutBlankHelp(wish),
    ...(comment === undefined ? {} : { comment: withoutBlankHelp(comment) }),
  };
}

const resolver: Resolver<Closing, unknown, Closing> = zodResolver(
  z.pipe(z.transform(unjudgedClosing), instrumentSourceSchema.shape.perDimension),
);

function valuesOf({ importance, wish, comment }: Closing): Closing {
  return {
    importance: { ...importance, help: importance.help ?? blankText() },
    wish: { ...wish, help: wish.help ?? blankText() },
    ...(comment === undefined ? {} : { comment: { ...comment, help: comment.help ?? blankText() } }),
  };
}

function QuestionFields({ form, name, legend }: { form: ClosingForm; name: Question; legend: string }) {
  const words = useItemFieldWords();
  const key = (part: string) => `ALL.${name}.${part}`;
  const question = form.getValues(name);
  const choices = question !== undefined && 'choices' in question ? question.choices : [];
  if (question === undefined) return null;
  return (
    <fieldset className={styles.nested}>
      <legend>{legend}</legend>
      <BilingualField form={form} name={`${name}.question`} textKey={key('question')} label={words.question} />
      <BilingualField form={form} name={`${name}.help`} textKey={key('help')} label={words.help} isOptional />
      {choices.map(({ code }, index) => (
        <BilingualField
          key={code}
          form={form}
          name={`${name}.choices.${index}.text`}
          textKey={key(`choice.${code}`)}
          label={words.choice(index + 1)}
          rows={1}
        />
      ))}
    </fieldset>
  );
}

/** The questions that close every dimension, written once for all of them. */
export function ClosingQuestionsForm({ title }: { title: FormTitle }) {
  const { t } = useLingui();
  const { perDimension } = useEditing().draft.content.sources.instrument;
  const state = usePlaceForm<Closing, Closing>({
    content: perDimension,
    toValues: (content) => valuesOf(content ?? perDimension),
    resolver,
    toEdit: (value) => ({ kind: 'perDimension', value }),
  });
  const legends = useClosingWords();
  return (
    <PlaceForm state={state} title={title} caption={t`The two versions of the closing questions`}>
      <p>
        <Trans>Asked of every area, with the same words.</Trans>
      </p>
      {questions.map((name) => (
        <QuestionFields key={name} form={state.form} name={name} legend={legends[name]} />
      ))}
    </PlaceForm>
  );
}
