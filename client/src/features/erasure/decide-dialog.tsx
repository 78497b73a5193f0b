import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import { useAction } from '../../lib/use-action.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { type ErasureDecisionBody, sendDecision } from './api.ts';
import { useCaseName } from './case-subject.tsx';
import styles from './erasure.module.css';
import { useErasureProblemWords } from './use-erasure-problem-words.ts';
import { useErasureWords } from './use-erasure-words.ts';

function Summary({ request, decision }: { request: ErasureCase; decision: ErasureDecisionBody }) {
  const { t } = useLingui();
  const words = useErasureWords();
  return (
    <Facts
      facts={[
        { term: t`Decision`, detail: words.decision(decision.decision) },
        { term: t`What that means`, detail: words.effect(request.scope, decision.decision) },
        { term: t`Ground`, detail: words.basis(decision.basis) },
        { term: t`Reasons`, detail: <span className={styles.text}>{decision.text}</span> },
      ]}
    />
  );
}

type DecideDialogProps = {
  request: ErasureCase;
  /** What is about to be decided; null when nothing is. */
  decision: ErasureDecisionBody | null;
  onClose: () => void;
  onDecided: () => Promise<void>;
};

/** Shows a decision once more before it is sent: after that nobody can change it. */
export function DecideDialog({ request, decision, onClose, onDecided }: DecideDialogProps) {
  const { t } = useLingui();
  const name = useCaseName()(request);
  return (
    <ActionDialog
      isOpen={decision !== null}
      title={t`Send the decision about ${name}?`}
      confirm={<Trans>Send the decision</Trans>}
      isDangerous={false}
      action={useAction(useErasureProblemWords())}
      onConfirm={async () => decision && sendDecision(request.erasureRequestId, decision)}
      onClose={onClose}
      onDone={onDecided}
    >
      {decision !== null && <Summary request={request} decision={decision} />}
      <p>
        <Trans>
          It goes by mail to those it concerns, at once, and cannot be changed afterwards. Nothing is erased yet.
        </Trans>
      </p>
    </ActionDialog>
  );
}
