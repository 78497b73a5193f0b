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
  const isOpened = link !== null && link.openings > 0;
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
          <Trans>
            Nobody can open the link from now on. A page where it is open is emptied within half a minute, or as soon as
            it has a network again.
          </Trans>
        </li>
        {isOpened ? (
          <>
            <li>
              <Trans>What has been read, printed or written down cannot be taken back by us.</Trans>
            </li>
            <li>
              <Trans>That the link was opened stays under “Who has looked”.</Trans>
            </li>
          </>
        ) : (
          <li>
            <Trans>The link had not been opened when this page was loaded.</Trans>
          </li>
        )}
      </ul>
    </ActionDialog>
  );
}
