import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type LeftBehind, useAnswering } from './answering-context.tsx';
import { type Closing, closeHere, type UnsentChoice } from './close-here.ts';

type UnsentProps = {
  /** What the last attempt found. */
  closing: Closing;
  /** Whether the browser keeps anything once the page is left. */
  isDurable: boolean;
  close: (choice: UnsentChoice) => Promise<void>;
  onClose: () => void;
};

/** What could not be sent is neither shut away nor thrown away before whoever gave it says which. */
function UnsentDialog({ closing, isDurable, close, onClose }: UnsentProps) {
  const action = useAction(useProblemWords());
  return (
    <Dialog
      isOpen
      isBusy={action.isBusy}
      onClose={onClose}
      title={
        <Plural
          value={closing.unsent}
          one="# answer of yours could not be saved"
          other="# answers of yours could not be saved"
        />
      }
      actions={
        <>
          {isDurable && (
            <Button isBusy={action.isBusy} onClick={() => action.run(() => close('keep'))}>
              <Trans>Close, and keep them in this browser</Trans>
            </Button>
          )}
          <Button variant="danger" isBusy={action.isBusy} onClick={() => action.run(() => close('drop'))}>
            <Trans>Close, and throw them away</Trans>
          </Button>
        </>
      }
    >
      <p>
        {closing.opens ? (
          <Trans>
            They are only in this browser, and nothing is closed yet. Wait until they are saved, if you can.
          </Trans>
        ) : (
          <Trans>
            They are only in this browser, and your answers open here no more: the invitation may have been revoked, its
            time may be over, or they have been closed here before. They cannot be sent from here now.
          </Trans>
        )}
      </p>
      {isDurable && (
        <p>
          <Trans>
            What is kept is opened by nobody here, and is sent if you come in here again by a link of your own or a new
            invitation.
          </Trans>
        </p>
      )}
      <FaultNotice fault={action.fault} />
    </Dialog>
  );
}

/** What the page that is left for says of answers that are not saved. */
function leftBehind({ unsent, late }: Closing, choice: UnsentChoice | undefined): LeftBehind {
  return { kept: choice === 'keep' ? unsent : 0, dropped: choice === 'drop' ? unsent : 0, late };
}

/** A computer in the workshop has several who answer: each can leave it to the next. */
export function LeaveHere() {
  const { session, hrefs, outbox } = useAnswering();
  const { responseId, status } = session.response;
  const navigate = useNavigate();
  const action = useAction(useProblemWords());
  const [isAsked, setAsked] = useState(false);
  const [unsent, setUnsent] = useState<Closing>();
  const leave = async (closing: Closing, choice?: UnsentChoice) => {
    if (closing.unsent > 0 && choice === undefined) setUnsent(closing);
    else await navigate(hrefs.closedHere(leftBehind(closing, choice)), { replace: true });
  };
  return (
    <Section
      title={<Trans>Do others use this device too?</Trans>}
      lead={<Trans>Close your answers here, so that whoever comes after you does not see them.</Trans>}
    >
      <ButtonRow>
        <Button variant="secondary" onClick={() => setAsked(true)}>
          <Trans>Close my answers here</Trans>
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={isAsked}
        isDangerous={false}
        title={<Trans>Close your answers in this browser?</Trans>}
        confirm={<Trans>Close here</Trans>}
        action={action}
        onConfirm={() => closeHere(responseId)}
        onClose={() => setAsked(false)}
        onDone={leave}
      >
        <ul>
          <li>
            {outbox.record.entries.length === 0 ? (
              <Trans>What you have answered is saved, and counts as before.</Trans>
            ) : (
              <Trans>What is not saved yet is sent first. If that cannot be, you are asked what becomes of it.</Trans>
            )}
          </li>
          <li>
            <Trans>Nothing of it is left in this browser, and nobody opens it from here.</Trans>
          </li>
          {status === 'open' && (
            <li>
              <Trans>
                You cannot change it from here any more. If you want to go on elsewhere, make a link of your own first,
                under All areas.
              </Trans>
            </li>
          )}
        </ul>
      </ActionDialog>
      {unsent !== undefined && (
        <UnsentDialog
          closing={unsent}
          isDurable={outbox.isDurable}
          close={async (choice) => leave(await closeHere(responseId, choice), choice)}
          onClose={() => setUnsent(undefined)}
        />
      )}
    </Section>
  );
}
