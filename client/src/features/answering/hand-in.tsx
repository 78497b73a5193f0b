import { Trans } from '@lingui/react/macro';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';
import { sendDone } from './api.ts';
import { endAnswering } from './end-answering.ts';
import { LeaveHere } from './leave-here.tsx';

/** A respondent says that they are done: a word to whoever leads, and no lock. */
export function HandIn() {
  const { session, hrefs, counts, outbox } = useAnswering();
  const { responseId, respondent } = session.response;
  const isDone = (respondent?.doneAt ?? null) !== null;
  const action = useAction(useProblemWords());
  const waiting = outbox.record.entries.length > 0;
  const say = (next: boolean) =>
    action.run(async () => {
      await session.outbox.retry();
      await sendDone(responseId, next).then(
        (done) => session.noteRespondent(done),
        (failure: unknown) => endAnswering(session, failure),
      );
    });
  if (outbox.isSubmitted) return null;
  return (
    <>
      <div role="status">
        {isDone && (
          <Notice tone="success" title={<Trans>Thank you, you are done</Trans>}>
            <p>
              <Trans>
                Whoever asked you sees that you are done, and not what you answered. You can still change answers until
                the firm submits.
              </Trans>
            </p>
          </Notice>
        )}
      </div>
      <FaultNotice fault={action.fault} />
      <ButtonRow>
        {isDone ? (
          <Button variant="secondary" isBusy={action.isBusy} onClick={() => say(false)}>
            <Trans>I am not done after all</Trans>
          </Button>
        ) : (
          <Button
            isBusy={action.isBusy}
            isUnavailable={outbox.isLockedOut || waiting}
            disabled={counts.answered === 0}
            onClick={() => say(true)}
          >
            <Trans>I am done</Trans>
          </Button>
        )}
        <ButtonLink to={hrefs.overview} variant="quiet">
          <Trans>All areas</Trans>
        </ButtonLink>
      </ButtonRow>
      {counts.answered === 0 && (
        <p>
          <Trans>Answer at least one question first.</Trans>
        </p>
      )}
      {isDone && <LeaveHere />}
    </>
  );
}
