import { Trans, useLingui } from '@lingui/react/macro';
import type { RespondentInvitation } from '#shared/contracts/respondents.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { BeginForm, type InvitationHrefs } from './begin-form.tsx';
import { BegunHere, type CloseFormer, useBegunHere } from './begun-here.tsx';

export function Fetching() {
  return (
    <p role="status">
      <Trans>Fetching the invitation …</Trans>
    </p>
  );
}

type OpenInvitationProps = {
  keyOfLink: string;
  invitation: RespondentInvitation;
  hrefs: InvitationHrefs;
  /** The response last opened in this browser. */
  remembered?: string | undefined;
  closeFormer: CloseFormer;
};

/** Begins by an invitation that takes answers, once it is known that nobody else has begun here. */
export function OpenInvitation({ keyOfLink, invitation, hrefs, remembered, closeFormer }: OpenInvitationProps) {
  const { t } = useLingui();
  const say = useProblemWords();
  const opening = useAction(say);
  const done = useDone();
  const { begun, forget } = useBegunHere(
    ({ status, firmName }) => status === 'open' && firmName === invitation.firmName,
    remembered,
  );
  if (begun === 'asked') return <Fetching />;
  if (begun !== 'nothing') {
    return (
      <BegunHere
        responseId={begun.responseId}
        overview={hrefs.overview}
        closeFormer={closeFormer}
        onSomebodyElse={(unsent) => {
          forget();
          done.say(
            unsent === 0
              ? t`The answers that were given here are closed. Now you can begin.`
              : t`The answers that were given here are closed, and nobody opens them from here. What could not be sent waits in this browser. Now you can begin.`,
          );
        }}
      />
    );
  }
  if (opening.failure instanceof ProblemError && opening.failure.code === 'respondent-link-full') {
    return (
      <Notice tone="warning" role="alert">
        <p>{say(opening.failure)}</p>
      </Notice>
    );
  }
  return (
    <>
      <DoneNotice done={done} />
      <BeginForm keyOfLink={keyOfLink} invitation={invitation} hrefs={hrefs} action={opening} />
    </>
  );
}
