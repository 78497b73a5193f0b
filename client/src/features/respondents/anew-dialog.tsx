import { Trans } from '@lingui/react/macro';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { fetchRespondents, sendInvitation, sendTakingBack } from './api.ts';
import type { Made } from './made-invitation.tsx';

export type AnewDialogProps = {
  responseId: string;
  respondent: Respondent;
  name: string;
  onMade: (made: Made, respondents: Respondents) => void;
  /** It could not be, or not all of it: how far everybody is by now. */
  onRefused: (respondents: Respondents) => void;
  onClose: () => void;
};

/**
 * Whoever has lost the browser in which they opened what was handed over begins again. A link into what they have answered
 * would be one for whoever leads, who is shown it.
 */
export function AnewDialog({ responseId, respondent, name, onMade, onRefused, onClose }: AnewDialogProps) {
  const action = useAction(useProblemWords());
  const { respondentId, role, part, language } = respondent;
  return (
    <ActionDialog
      isOpen
      title={<Trans>Invite {name} anew?</Trans>}
      confirm={<Trans>Revoke the invitation and make a new link</Trans>}
      action={action}
      onConfirm={async () => {
        try {
          // In this order a second press does what the first did not come to, and nobody answers twice.
          await sendTakingBack(responseId, respondentId);
          return await sendInvitation(responseId, { label: name, role, part: [...part], language });
        } catch (error) {
          await fetchRespondents(responseId).then(onRefused, () => undefined);
          throw error;
        }
      }}
      onClose={onClose}
      onDone={({ url, respondents }) => onMade({ url, label: name, email: '' }, respondents)}
    >
      <ul>
        <li>
          <Trans>You get a new link here, to hand over. By it {name} answers from the start.</Trans>
        </li>
        <li>
          <Trans>
            What {name} has answered until now is not counted any more. If you leave it as it is, it counts.
          </Trans>
        </li>
        <li>
          <Trans>
            The new link does not lead to those answers, since you would see it too, and they are shown to nobody but{' '}
            {name}. In the browser where they began, or by a link of their own, {name} goes on without a new one.
          </Trans>
        </li>
      </ul>
    </ActionDialog>
  );
}
