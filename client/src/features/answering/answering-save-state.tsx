import { Plural, Trans } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router';
import { questionOf } from '#shared/domain/instrument/question-of.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SaveState } from '../../ui/save-state/save-state.tsx';
import { useAnswering } from './answering-context.tsx';
import { LateAnswerNotice } from './late-answer-notice.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { saveStatusOf } from './outbox/save-status.ts';
import { useOnline } from './use-online.ts';

/** The questions elsewhere that wait for the person: in conflict, or with an answer that was refused. */
function Unsettled() {
  const { outbox, steps, hrefs, profile, texts } = useAnswering();
  const { pathname } = useLocation();
  const codes = outbox.record.entries.filter(({ state }) => state !== 'waiting').map(({ itemCode }) => itemCode);
  const links = steps.flatMap(({ items }, index) =>
    items
      .filter(({ code }) => codes.includes(code) && hrefs.item(index + 1) !== pathname)
      .map((item) => ({ code: item.code, href: hrefs.item(index + 1), question: questionOf(item, profile, texts) })),
  );
  if (links.length === 0) return null;
  return (
    <ul>
      {links.map(({ code, href, question }) => (
        <li key={code}>
          <Link to={href}>{question}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Somebody has gone over to another version meanwhile, here or elsewhere. */
function MovedNotice() {
  const { hrefs } = useAnswering();
  return (
    <Notice
      tone="warning"
      role="alert"
      title={<Trans>The answers have gone over to another version of the questions</Trans>}
    >
      <p>
        <Trans>
          That was done in another window or on another device. Open the questions anew; what you have answered here is
          kept where they ask the same.
        </Trans>
      </p>
      <ButtonLink to={hrefs.overview} reloadDocument>
        <Trans>Open the questions anew</Trans>
      </ButtonLink>
    </Notice>
  );
}

/** Answers that were waiting, to questions that are not asked any more as they were. */
function Outdated() {
  const { outbox, steps, hrefs, profile, texts } = useAnswering();
  const { length } = outbox.outdated;
  if (length === 0) return null;
  const links = steps.flatMap(({ items }, index) =>
    items.filter(({ code }) => outbox.outdated.includes(code)).map((item) => ({ item, href: hrefs.item(index + 1) })),
  );
  return (
    <Notice
      tone="warning"
      role="alert"
      title={
        <Plural
          value={length}
          one="# answer was to the version before, and is not saved"
          other="# answers were to the version before, and are not saved"
        />
      }
    >
      <p>
        <Trans>The questions ask something else by now, or are not asked any more.</Trans>
      </p>
      {links.length > 0 && (
        <ul>
          {links.map(({ item, href }) => (
            <li key={item.code}>
              <Link to={href}>{questionOf(item, profile, texts)}</Link>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** Where the answers are, on every page of the answering. */
export function AnsweringSaveState() {
  const { outbox, session, hrefs, awaitsSaved, isMoved } = useAnswering();
  const status = saveStatusOf(outbox, useOnline());
  // Of what answers a call only the key that submits goes on, and whoever has that is told of no call any more.
  const isElsewhere = (session.response.campaign ?? null) !== null && !session.response.isClaimed;
  if (outbox.isSubmitted && session.response.respondent !== null) return <LateAnswerNotice />;
  if (outbox.isSubmitted) {
    return (
      <Notice tone="warning" role="alert" title={<Trans>The answers have been submitted</Trans>}>
        <p>
          <Trans>Somebody submitted them, here or on another device. They can no longer be changed.</Trans>
        </p>
        {isElsewhere ? (
          <p>
            <Trans>
              The result opens in the browser in which they were submitted, and there it can be taken along.
            </Trans>
          </p>
        ) : (
          <ButtonLink to={hrefs.result}>
            <Trans>See the result</Trans>
          </ButtonLink>
        )}
      </Notice>
    );
  }
  if (outbox.isLockedOut) return <LockedOutNotice />;
  if (isMoved) return <MovedNotice />;
  // The page says that there is no connection, and what that means.
  if (awaitsSaved && status.kind === 'nothing-yet') return null;
  const isForPerson = status.kind === 'not-saved' && status.reason === 'conflict';
  return (
    <>
      <SaveState status={status} onRetry={isForPerson ? undefined : () => session.outbox.retry()} />
      <Unsettled />
      <Outdated />
    </>
  );
}
