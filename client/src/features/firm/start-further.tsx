import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendStart } from './api.ts';
import styles from './firm.module.css';
import type { FirmForms } from './firm-responses.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

const field = 'further-form';

type Unfinished = FirmDocument['responses'][number];

type AboutProps = { form: FirmForms[number]; lastAnswered: string | undefined; unfinished: Unfinished | undefined };

function About({ form, lastAnswered, unfinished }: AboutProps) {
  const { scoredItems, minutes } = form;
  const language = useLanguage();
  const day = lastAnswered === undefined ? undefined : formatDate(new Date(lastAnswered), language);
  const begun = unfinished === undefined ? undefined : formatDate(new Date(unfinished.startedAt), language);
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
      {begun !== undefined && (
        <>
          {' '}
          <Trans>Not finished. Begun on {begun}.</Trans>
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

/** What the reader has begun in this very form and not submitted, the newest of them. */
function unfinishedOf({ responses }: FirmDocument, formCode: string | null): Unfinished | undefined {
  return responses
    .filter((each) => each.isYours && each.status === 'open' && each.formCode === formCode)
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt))
    .at(-1);
}

type Found = { formCode: string; responseId: string };

function useStart(firm: FirmDocument, firstItem: FurtherHrefs['firstItem']) {
  const navigate = useNavigate();
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(useFirmProblemWords());
  const isUnderWay = useRef(false);
  /** Begun in another tab, or by a press whose reply was lost: this page does not list it. */
  const [found, setFound] = useState<Found | null>(null);
  const start = (formCode: string, unlessBegun: boolean) => {
    const { firmId, profile } = firm;
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    run(async () => {
      try {
        const started = await sendStart(firmId, { formCode, language, profile, unlessBegun });
        if (started.isBegunBefore) setFound({ formCode, responseId: started.responseId });
        else await navigate(firstItem(started.responseId));
      } finally {
        isUnderWay.current = false;
      }
    });
  };
  return { start, isBusy, fault, found };
}

type BegunProps = {
  name: string;
  href: string;
  isBusy: boolean;
  onAnother: () => void;
  place: RefObject<HTMLDivElement | null>;
};

/** The form is begun and not finished: the way to that one, and to another all the same. */
function Begun({ name, href, isBusy, onAnother, place }: BegunProps) {
  return (
    <div ref={place} tabIndex={-1}>
      <Notice title={<Trans>You have begun {name} and not finished it</Trans>}>
        <p>
          <Trans>
            Go on where you were: what you have answered is saved. If you begin another, both stay in the list, and each
            is submitted by itself.
          </Trans>
        </p>
        <ButtonRow>
          <ButtonLink to={href}>
            <Trans>Go on with the one begun</Trans>
          </ButtonLink>
          <Button type="button" variant="secondary" isBusy={isBusy} onClick={onAnother}>
            <Trans>Begin another all the same</Trans>
          </Button>
        </ButtonRow>
      </Notice>
    </div>
  );
}

type FurtherHrefs = { firstItem: (responseId: string) => string; overview: (responseId: string) => string };
type StartFurtherProps = { firm: FirmDocument; forms: FirmForms; hrefs: FurtherHrefs };

/** A further assessment of the firm, under one's own sign-in. */
export function StartFurther({ firm, forms, hrefs }: StartFurtherProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [chosen, setChosen] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { start, isBusy, fault, found } = useStart(firm, hrefs.firstItem);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found !== null) place.current?.focus();
  }, [found]);
  const begunId = found?.formCode === chosen ? found?.responseId : unfinishedOf(firm, chosen)?.responseId;
  const begunForm = begunId === undefined ? undefined : forms.find(({ code }) => code === chosen);
  const hasSubmitted = firm.responses.some(({ status }) => status === 'submitted');
  const error = attempt > 0 && chosen === null ? t`Choose what you want to answer.` : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (chosen !== null && begunId === undefined) start(chosen, true);
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
          hint={
            hasSubmitted
              ? t`What you said of the firm comes along. What you answered last time stands beside the questions; nothing is chosen beforehand. What is submitted within three months of the first answers of a round belongs to that round: a change is told from the next round on, and is best looked for after a year.`
              : t`What you said of the firm comes along.`
          }
          options={forms.map((form) => ({
            value: form.code,
            label: localise(form.name),
            hint: (
              <About
                form={form}
                lastAnswered={lastAnswered(firm, form.code)}
                unfinished={unfinishedOf(firm, form.code)}
              />
            ),
          }))}
          value={chosen}
          error={error}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <FaultNotice fault={fault} title={<Trans>It could not be started</Trans>} />
        {begunId === undefined || begunForm === undefined ? (
          <p>
            <Button type="submit" isBusy={isBusy}>
              <Trans>To the first question</Trans>
            </Button>
          </p>
        ) : (
          <Begun
            name={localise(begunForm.name)}
            href={hrefs.overview(begunId)}
            isBusy={isBusy}
            onAnother={() => start(begunForm.code, false)}
            place={place}
          />
        )}
      </form>
    </>
  );
}
