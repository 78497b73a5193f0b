import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendStart } from './api.ts';
import styles from './firm.module.css';
import type { FirmForms } from './firm-responses.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

const field = 'further-form';

type AboutProps = { form: FirmForms[number]; lastAnswered: string | undefined };

function About({ form, lastAnswered }: AboutProps) {
  const { scoredItems, minutes } = form;
  const language = useLanguage();
  const day = lastAnswered === undefined ? undefined : formatDate(new Date(lastAnswered), language);
  return (
    <>
      <Trans>
        <Plural value={scoredItems} one="# question" other="# questions" />, about{' '}
        <Plural value={minutes} one="# minute" other="# minutes" />.
      </Trans>
      {day !== undefined && (
        <>
          {' '}
          <Trans>Last submitted on {day}.</Trans>
        </>
      )}
    </>
  );
}

/** When the form was last submitted, by itself or as a part of one. */
function lastAnswered({ responses }: FirmDocument, formCode: string): string | undefined {
  return responses
    .flatMap((each) => (each.formCode.split('+').includes(formCode) ? (each.submittedAt ?? []) : []))
    .toSorted()
    .at(-1);
}

function useStart(firm: FirmDocument, firstItem: (responseId: string) => string) {
  const navigate = useNavigate();
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(useFirmProblemWords());
  const start = (formCode: string) => {
    const { firmId, profile } = firm;
    if (isBusy) return;
    run(async () => {
      const { responseId } = await sendStart(firmId, { formCode, language, profile });
      await navigate(firstItem(responseId));
    });
  };
  return { start, isBusy, fault };
}

type StartFurtherProps = { firm: FirmDocument; forms: FirmForms; firstItem: (responseId: string) => string };

/** A further assessment of the firm, under one's own sign-in. */
export function StartFurther({ firm, forms, firstItem }: StartFurtherProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { start, isBusy, fault } = useStart(firm, firstItem);
  const error = attempt > 0 && chosen === null ? t`Choose what you want to answer.` : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (chosen !== null) start(chosen);
  };
  return (
    <>
      <ErrorSummary
        faults={error === undefined ? [] : [{ fieldId: fieldId(field), message: error }]}
        attempt={attempt}
      />
      <form noValidate className={styles.form} onSubmit={send}>
        <RadioGroup
          name={field}
          legend={t`What do you want to answer?`}
          hint={t`What you said of the firm comes along. What you answered last time stands beside the questions; nothing is chosen beforehand.`}
          options={forms.map((form) => ({
            value: form.code,
            label: localise(form.name),
            hint: <About form={form} lastAnswered={lastAnswered(firm, form.code)} />,
          }))}
          value={chosen}
          error={error}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <FaultNotice fault={fault} title={<Trans>It could not be started</Trans>} />
        <p>
          <Button type="submit" isBusy={isBusy}>
            <Trans>To the first question</Trans>
          </Button>
        </p>
      </form>
    </>
  );
}
