import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { sendStart } from './api.ts';
import { FailureNotice } from './failure-notice.tsx';
import styles from './firm.module.css';
import type { FirmForms } from './firm-responses.tsx';

const field = 'further-form';

function About({ form }: { form: FirmForms[number] }) {
  const { scoredItems, minutes } = form;
  return (
    <Trans>
      <Plural value={scoredItems} one="# question" other="# questions" />, about{' '}
      <Plural value={minutes} one="# minute" other="# minutes" />.
    </Trans>
  );
}

function useStart(firm: FirmDocument, firstItem: (responseId: string) => string) {
  const navigate = useNavigate();
  const language = useLanguage();
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const start = async (formCode: string) => {
    if (firm.profile === null || isStarting) return;
    setStarting(true);
    setFailure(null);
    try {
      const { responseId } = await sendStart(firm.firmId, { formCode, language, profile: firm.profile });
      await navigate(firstItem(responseId));
    } catch (error) {
      setFailure(error);
      setStarting(false);
    }
  };
  return { start, isStarting, failure };
}

type StartFurtherProps = { firm: FirmDocument; forms: FirmForms; firstItem: (responseId: string) => string };

/** A further assessment of the firm, under one's own sign-in. */
export function StartFurther({ firm, forms, firstItem }: StartFurtherProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { start, isStarting, failure } = useStart(firm, firstItem);
  const error = attempt > 0 && chosen === null ? t`Choose what you want to answer.` : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (chosen !== null) void start(chosen);
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
          hint={t`What you said of the firm last time comes along, so it is not asked again.`}
          options={forms.map((form) => ({
            value: form.code,
            label: localise(form.name),
            hint: <About form={form} />,
          }))}
          value={chosen}
          error={error}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <FailureNotice error={failure} title={<Trans>It could not be started</Trans>} />
        <p>
          <Button type="submit" isBusy={isStarting}>
            <Trans>To the first question</Trans>
          </Button>
        </p>
      </form>
    </>
  );
}
