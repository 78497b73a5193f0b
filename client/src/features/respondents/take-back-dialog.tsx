import { Trans } from '@lingui/react/macro';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendTakingBack } from './api.ts';

/** Ends an invitation, after it is said what goes with it. */
export function TakeBackDialog({
  responseId,
  respondent,
  nameOf,
  onTakenBack,
  onClose,
}: {
  responseId: string;
  respondent: Respondent | null;
  nameOf: (respondent: Respondent) => string;
  onTakenBack: (next: Respondents, name: string) => void;
  onClose: () => void;
}) {
  const action = useAction(useProblemWords());
  const name = respondent === null ? '' : nameOf(respondent);
  return (
    <ActionDialog
      isOpen={respondent !== null}
      title={<Trans>Revoke the invitation of {name}?</Trans>}
      confirm={<Trans>Revoke the invitation</Trans>}
      action={action}
      onConfirm={async () => respondent && { name, next: await sendTakingBack(responseId, respondent.respondentId) }}
      onClose={onClose}
      onDone={(done) => {
        if (done !== null) onTakenBack(done.next, done.name);
      }}
    >
      <ul>
        <li>
          <Trans>The link opens nothing from now on, also where it is open already.</Trans>
        </li>
        <li>
          <Trans>What {name} has answered is not counted.</Trans>
        </li>
      </ul>
    </ActionDialog>
  );
}
