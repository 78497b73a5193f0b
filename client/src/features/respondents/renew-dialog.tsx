import { Trans } from '@lingui/react/macro';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { fetchRespondents, sendRenewal } from './api.ts';
import type { Made } from './made-invitation.tsx';

export type RenewDialogProps = {
  responseId: string;
  respondent: Respondent;
  name: string;
  onRenewed: (made: Made, respondents: Respondents) => void;
  /** It could not be: how far everybody is by now. */
  onRefused: (respondents: Respondents) => void;
  onClose: () => void;
};

/** A new way in for somebody who is waited for; the one before ends. */
export function RenewDialog({ responseId, respondent, name, onRenewed, onRefused, onClose }: RenewDialogProps) {
  const action = useAction(useProblemWords());
  const { email } = respondent;
  return (
    <ActionDialog
      isOpen
      isDangerous={false}
      title={<Trans>A new link for {name}?</Trans>}
      confirm={email === null ? <Trans>Make a new link</Trans> : <Trans>Mail a new link</Trans>}
      action={action}
      onConfirm={async () => {
        try {
          return await sendRenewal(responseId, respondent.respondentId);
        } catch (error) {
          // The list behind is older than what was found: they may have come in meanwhile.
          await fetchRespondents(responseId).then(onRefused, () => undefined);
          throw error;
        }
      }}
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
