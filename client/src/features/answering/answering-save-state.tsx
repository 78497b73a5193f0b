import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SaveState } from '../../ui/save-state/save-state.tsx';
import { useAnswering } from './answering-context.tsx';
import { saveStatusOf } from './outbox/save-status.ts';
import { useOnline } from './use-online.ts';

/** Where the answers are, on every page of the answering. */
export function AnsweringSaveState() {
  const { outbox, session, hrefs } = useAnswering();
  const isOnline = useOnline();
  if (outbox.isSubmitted) {
    return (
      <Notice tone="warning" role="alert" title={<Trans>The answers have been submitted</Trans>}>
        <p>
          <Trans>Somebody submitted them, here or on another device. They can no longer be changed.</Trans>
        </p>
        <ButtonLink to={hrefs.result}>
          <Trans>See the result</Trans>
        </ButtonLink>
      </Notice>
    );
  }
  return <SaveState status={saveStatusOf(outbox, isOnline)} onRetry={() => void session.outbox.flush()} />;
}
