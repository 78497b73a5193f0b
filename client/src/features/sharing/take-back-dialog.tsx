import { Trans } from '@lingui/react/macro';
import type { ResultLink, ResultLinks } from '#shared/contracts/result-links.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendTakingBack } from './api.ts';

export type TakeBackDialogProps = {
  responseId: string;
  link: ResultLink | null;
  onTakenBack: (links: ResultLinks, link: ResultLink) => void;
  onClose: () => void;
};

export function TakeBackDialog({ responseId, link, onTakenBack, onClose }: TakeBackDialogProps) {
  const action = useAction(useProblemWords());
  const recipientName = link?.recipientName ?? '';
  return (
    <ActionDialog
      isOpen={link !== null}
      title={<Trans>Take back the link for {recipientName}?</Trans>}
      confirm={<Trans>Take back the link</Trans>}
      action={action}
      onConfirm={async () => link && { link, links: await sendTakingBack(responseId, link.resultLinkId) }}
      onClose={onClose}
      onDone={(done) => {
        if (done !== null) onTakenBack(done.links, done.link);
      }}
    >
      <ul>
        <li>
          <Trans>The link shows nothing from now on, also on a page that is open.</Trans>
        </li>
        <li>
          <Trans>What has been read, printed or written down cannot be taken back by us.</Trans>
        </li>
        <li>
          <Trans>That the link was opened stays under “Who has looked”.</Trans>
        </li>
      </ul>
    </ActionDialog>
  );
}
