import { Trans } from '@lingui/react/macro';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendRenewal } from './api.ts';
import type { Made } from './made-invitation.tsx';
import { useRespondentName } from './respondent-list.tsx';

export type RenewDialogProps = {
  responseId: string;
  respondent: Respondent;
  onRenewed: (made: Made, respondents: Respondents) => void;
  onClose: () => void;
};

/** A new way in for somebody who is waited for; the one before ends. */
export function RenewDialog({ responseId, respondent, onRenewed, onClose }: RenewDialogProps) {
  const action = useAction(useProblemWords());
  const name = useRespondentName()(respondent);
  const { email } = respondent;
  return (
    <ActionDialog
      isOpen
      isDangerous={false}
      title={<Trans>A new link for {name}?</Trans>}
      confirm={email === null ? <Trans>Make a new link</Trans> : <Trans>Mail a new link</Trans>}
      action={action}
      onConfirm={() => sendRenewal(responseId, respondent.respondentId)}
      onClose={onClose}
      onDone={({ url, respondents }) => onRenewed({ url, label: name, email: email ?? '' }, respondents)}
    >
      <ul>
        <li>
          <Trans>The link that {name} got before opens nothing any more.</Trans>
        </li>
        <li>
          {email === null ? (
            <Trans>You get the new one here, to hand over.</Trans>
          ) : (
            <Trans>The new one goes by mail to {email}.</Trans>
          )}
        </li>
      </ul>
    </ActionDialog>
  );
}
