import { Trans } from '@lingui/react/macro';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { ActionOutcome } from './send-action.ts';
import { useActionWords, useSayingWords } from './use-action-words.ts';

function Refused({ refused }: Pick<ActionOutcome, 'refused'>) {
  const words = useSayingWords();
  return (
    <Notice tone="warning" title={<Trans>This could not be done:</Trans>}>
      <ul>
        {refused.map(({ target, why }) => (
          <li key={target.key}>
            <strong>{target.firmName}</strong>: {words.refusal(why)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Unanswered({ action, unanswered, failure }: Pick<ActionOutcome, 'action' | 'unanswered' | 'failure'>) {
  const words = useActionWords();
  const say = useProblemWords();
  return (
    <Notice tone="danger" role="alert" title={words.failed(action, unanswered.length, failure)}>
      <p>{unanswered.map(({ firmName }) => firmName).join(', ')}</p>
      <p>{say(failure)}</p>
    </Notice>
  );
}

/** What became of what was done: with how many it was, why not with the others, and with whom nobody knows. */
export function ActionOutcomeNotice({ outcome }: { outcome: ActionOutcome }) {
  const words = useActionWords();
  const { action, done, refused, unanswered, failure } = outcome;
  return (
    <>
      {done.length > 0 && (
        <Notice tone="success">
          <p>{words.done(action, done.length)}.</p>
        </Notice>
      )}
      {refused.length > 0 && <Refused refused={refused} />}
      {unanswered.length > 0 && <Unanswered action={action} unanswered={unanswered} failure={failure} />}
    </>
  );
}
