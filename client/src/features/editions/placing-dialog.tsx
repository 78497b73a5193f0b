import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PlacementDocument } from '#shared/contracts/placements.ts';
import { leaveReasons } from '#shared/domain/edition/placement-states.ts';
import { referralOutcomes } from '#shared/domain/referral/move-words.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { usePlacementWords } from './use-placement-words.ts';
import type { PlacingAt, PlacingDesk } from './use-placing.ts';

export type AskedPlacing = { readonly placement: PlacementDocument; readonly move: 'leave' | 'complete' };

type PlacingDialogProps = { asked: AskedPlacing | null; at: PlacingAt; desk: PlacingDesk; onClose: () => void };
type Reason = (typeof leaveReasons)[number];
type Outcome = (typeof referralOutcomes)[number];

function Question({
  asked,
  reason,
  setReason,
  outcome,
  setOutcome,
}: {
  asked: AskedPlacing | null;
  reason: Reason;
  setReason: (reason: Reason) => void;
  outcome: Outcome;
  setOutcome: (outcome: Outcome) => void;
}) {
  const { t } = useLingui();
  const words = usePlacementWords();
  if (asked?.move === 'leave') {
    return (
      <>
        <p>
          <Trans>The firm is told by mail, and its place becomes free. It can be invited again.</Trans>
        </p>
        <RadioGroup
          name="reason"
          legend={t`Why?`}
          value={reason}
          options={leaveReasons.map((value) => ({ value, label: words.reason(value) }))}
          onChange={({ target }) => setReason(target.value as Reason)}
        />
      </>
    );
  }
  if (asked?.placement.hasReferral !== true) {
    return (
      <p>
        <Trans>The firm is told by mail. It cannot be undone.</Trans>
      </p>
    );
  }
  return (
    <>
      <p>
        <Trans>
          The firm is told by mail, and its request for contact about the package ends as well. It cannot be undone.
        </Trans>
      </p>
      <RadioGroup
        name="outcome"
        legend={t`How far did the firm come?`}
        value={outcome}
        options={referralOutcomes.map((value) => ({ value, label: words.outcome(value) }))}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
      />
    </>
  );
}

/** Asks what has to be said when a firm is taken out, or has completed. */
export function PlacingDialog({ asked, at, desk, onClose }: PlacingDialogProps) {
  const { t } = useLingui();
  const words = usePlacementWords();
  const action = useAction(useProblemWords());
  const [reason, setReason] = useState<Reason>('firm-asked');
  const [outcome, setOutcome] = useState<Outcome>('reached');
  const name = words.firm(asked?.placement.firmName ?? null);
  const act = async () => {
    if (asked === null) return;
    const { placement, move } = asked;
    const firm = { firmId: placement.firmId, revision: placement.revision, name };
    if (move === 'leave') await desk.perform(at, firm, { move, reason });
    else await desk.perform(at, firm, placement.hasReferral ? { move, outcome } : { move });
  };
  const isLeaving = asked?.move === 'leave';
  return (
    <ActionDialog
      isOpen={asked !== null}
      title={isLeaving ? t`Take ${name} out?` : t`Has ${name} taken part to the end?`}
      confirm={isLeaving ? <Trans>Take the firm out</Trans> : <Trans>Yes, it is done</Trans>}
      isDangerous={isLeaving}
      action={action}
      onConfirm={act}
      onClose={onClose}
    >
      <Question asked={asked} reason={reason} setReason={setReason} outcome={outcome} setOutcome={setOutcome} />
    </ActionDialog>
  );
}
