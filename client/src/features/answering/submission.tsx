import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Language } from '#shared/domain/language.ts';
import { forgetIdempotencyKey, idempotencyKeyOf } from '../../lib/idempotency-key.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { type Answering, useAnswering } from './answering-context.tsx';
import { closeSession } from './answering-session.ts';
import { sendSubmission } from './api.ts';
import { CampaignClosed, isCampaignClosed } from './campaign-closed.tsx';
import type { Others } from './others-answering.tsx';
import { isLockedOut } from './outbox/send-answer.ts';
import { UnsavedAnswersError } from './unsaved-answers.ts';

async function submit({ session }: Answering, language: Language): Promise<void> {
  const { responseId } = session.response;
  // The language belongs to the request, so a retry in the other language is another one; both get the same receipt.
  const action = `submission.${responseId}.${language}`;
  await session.outbox.retry();
  if (session.outbox.state.record.entries.length > 0) throw new UnsavedAnswersError();
  await sendSubmission(responseId, language, idempotencyKeyOf(action));
  forgetIdempotencyKey(action);
}

type SubmissionProps = {
  others: Others;
  /** Of the call that is answered, if it is one. */
  isOver: boolean;
};

export function Submission({ others, isOver }: SubmissionProps) {
  const { t } = useLingui();
  const answering = useAnswering();
  const language = useLanguage();
  const navigate = useNavigate();
  const say = useProblemWords();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { hrefs, counts, outbox } = answering;
  const isClosed = isOver || isCampaignClosed(error);
  const isEmpty = counts.answered === 0 && !others.haveAnswered;

  const send = () => {
    setSending(true);
    setError(null);
    submit(answering, language).then(
      async () => {
        await navigate(hrefs.result);
        await closeSession(answering.session);
      },
      (fault: unknown) => {
        setSending(false);
        if (isLockedOut(fault)) answering.session.outbox.lockOut();
        else setError(fault);
      },
    );
  };
  const words =
    error instanceof UnsavedAnswersError
      ? t`Some answers have not been saved yet. Wait until the page says they are, then submit again.`
      : say(error);

  return (
    <>
      {isClosed && (
        <CampaignClosed
          responseId={answering.session.response.responseId}
          isSending={isSending}
          isUnavailable={isEmpty || outbox.isLockedOut}
          onLeft={send}
        />
      )}
      {error !== null && !isCampaignClosed(error) && (
        <Notice tone="danger" role="alert" title={<Trans>The answers could not be submitted</Trans>}>
          <p>{words}</p>
        </Notice>
      )}
      <ButtonRow>
        {!isClosed && (
          <Button isBusy={isSending} isUnavailable={outbox.isLockedOut} onClick={send} disabled={isEmpty}>
            {isSending ? <Trans>Submitting …</Trans> : <Trans>Submit and see the result</Trans>}
          </Button>
        )}
        <ButtonLink to={hrefs.overview} variant="quiet">
          <Trans>All areas</Trans>
        </ButtonLink>
      </ButtonRow>
      {isEmpty && (
        <p>
          <Trans>Answer at least one question first.</Trans>
        </p>
      )}
    </>
  );
}
