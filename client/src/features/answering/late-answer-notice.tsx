import { Plural, Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';

/** Somebody who answered a part was still answering when the firm submitted. */
export function LateAnswerNotice() {
  const { late } = useAnswering().outbox;
  return (
    <Notice tone="warning" role="alert" title={<Trans>The firm has submitted its answers</Trans>}>
      <p>
        {late === 0 ? (
          <Trans>There is nothing left to answer. What you have answered came in in time. Thank you.</Trans>
        ) : (
          <Plural
            value={late}
            one="The last answer you gave came too late to be counted. What was saved before came in in time. Thank you."
            other="The last # answers you gave came too late to be counted. What was saved before came in in time. Thank you."
          />
        )}
      </p>
    </Notice>
  );
}
