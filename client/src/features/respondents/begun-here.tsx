import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { fetchBegun } from './api.ts';

/** `asked`: it is not known yet. */
export type Begun = 'asked' | 'nothing' | { readonly responseId: string };

/**
 * Whether somebody has answered for the firm in this browser before. Neither the link nor the browser knows whether it is
 * the one who is here now. `isIt`: whether it is what the page is about. `remembered`: the response last opened in the browser.
 */
export function useBegunHere(isIt: (response: ResponseDocument) => boolean, remembered: string | undefined) {
  const [begun, setBegun] = useState<Begun>(remembered === undefined ? 'nothing' : 'asked');
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page is opened.
  useEffect(() => {
    if (remembered === undefined) return;
    let isWanted = true;
    fetchBegun(remembered).then(
      (response) => {
        const { responseId, respondent } = response;
        if (isWanted) setBegun(respondent !== null && isIt(response) ? { responseId } : 'nothing');
      },
      // Nothing of this browser's opens any more, or it cannot be asked: whoever is here begins.
      () => isWanted && setBegun('nothing'),
    );
    return () => {
      isWanted = false;
    };
  }, [remembered]);
  return { begun, forget: () => setBegun('nothing') };
}

/**
 * Ends the answering of whoever was here before: how many of their answers could not be sent. Where there are any nothing is
 * ended, unless it is to be anyhow; they are kept then.
 */
export type CloseFormer = (responseId: string, isAnyhow: boolean) => Promise<number>;

export type BegunHereProps = {
  responseId: string;
  overview: (responseId: string) => string;
  closeFormer: CloseFormer;
  /** Nothing of the one before opens here any more; so many of their answers wait to be sent. */
  onSomebodyElse: (unsent: number) => void;
};

/** What could not be sent is not shut away before somebody says so: whoever gave it may be near. */
function Unsent({ unsent, isBusy, onClose }: { unsent: number; isBusy: boolean; onClose: () => void }) {
  return (
    <Notice
      tone="warning"
      role="alert"
      title={
        <Plural
          value={unsent}
          one="# answer that was given here could not be sent"
          other="# answers that were given here could not be sent"
        />
      }
    >
      <p>
        <Trans>
          The answers are not closed yet. Ask whoever gave them to come back first, if you can. What has been sent
          counts as before. If you close them now, the rest is kept in this browser, where nobody can open it, and is
          sent when whoever gave it comes in here again by a link of their own or by their mail.
        </Trans>
      </p>
      <ButtonRow>
        <Button variant="secondary" isBusy={isBusy} onClick={onClose}>
          <Trans>Close them all the same</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

/** Asks who is here before anything of the one who was is shown, or anybody begins anew. */
export function BegunHere({ responseId, overview, closeFormer, onSomebodyElse }: BegunHereProps) {
  const [isAsked, setAsked] = useState(false);
  const closing = useAction(useProblemWords());
  const [unsent, setUnsent] = useState(0);
  const leaveToNext = (isAnyhow: boolean) =>
    closing.run(async () => {
      const left = await closeFormer(responseId, isAnyhow);
      setUnsent(left);
      if (left === 0 || isAnyhow) onSomebodyElse(left);
    });
  return (
    <>
      <Notice title={<Trans>Was it you who began to answer here?</Trans>}>
        <p>
          <Trans>Somebody has begun to answer in this browser. If it was not you, those answers are closed here.</Trans>
        </p>
        <ButtonRow>
          <Button variant="secondary" onClick={() => setAsked(true)}>
            <Trans>Yes, it was me</Trans>
          </Button>
          <Button variant="secondary" isBusy={closing.isBusy} onClick={() => leaveToNext(false)}>
            <Trans>No, I am somebody else</Trans>
          </Button>
        </ButtonRow>
      </Notice>
      {unsent > 0 && <Unsent unsent={unsent} isBusy={closing.isBusy} onClose={() => leaveToNext(true)} />}
      <FaultNotice fault={closing.fault} />
      {isAsked && <OpenThoseDialog responseId={responseId} overview={overview} onClose={() => setAsked(false)} />}
    </>
  );
}

type OpenThoseProps = Pick<BegunHereProps, 'responseId' | 'overview'> & { onClose: () => void };

function OpenThoseDialog({ responseId, overview, onClose }: OpenThoseProps) {
  const navigate = useNavigate();
  const action = useAction(useProblemWords());
  return (
    <ActionDialog
      isOpen
      isDangerous={false}
      title={<Trans>Open the answers that were given here?</Trans>}
      confirm={<Trans>Open my answers</Trans>}
      action={action}
      onConfirm={async () => undefined}
      onClose={onClose}
      onDone={() => navigate(overview(responseId), { replace: true })}
    >
      <p>
        <Trans>Everything that was answered is shown. Open it only if it was you who gave the answers.</Trans>
      </p>
    </ActionDialog>
  );
}

/** Without a network nobody can be asked what the link is about; what was begun here opens all the same, to who says it is theirs. */
export function GoOnHere({ responseId, overview }: Pick<BegunHereProps, 'responseId' | 'overview'>) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setAsked(true)}>
        <Trans>Go on in this browser</Trans>
      </Button>
      {isAsked && <OpenThoseDialog responseId={responseId} overview={overview} onClose={() => setAsked(false)} />}
    </>
  );
}

/** What was handed over has let somebody in: whoever comes by it again goes on in the browser where that was. */
export function OpenedBefore({
  remembered,
  overview,
}: Pick<BegunHereProps, 'overview'> & { remembered: string | undefined }) {
  const [isAsked, setAsked] = useState(false);
  const { begun } = useBegunHere(() => true, remembered);
  return (
    <>
      <Notice tone="warning" role="alert" title={<Trans>The invitation has been opened already</Trans>}>
        <p>
          <Trans>
            It lets one person in, once. Go on where you began, or by a link of your own that you made there. If it was
            not you who opened it, tell whoever invited you.
          </Trans>
        </p>
        <p>
          <Trans>
            If you have lost that device, ask whoever invited you for a new link. You then answer from the start, since
            nobody else is let into what you have answered.
          </Trans>
        </p>
        {typeof begun === 'object' && (
          <ButtonRow>
            <Button variant="secondary" onClick={() => setAsked(true)}>
              <Trans>Go on in this browser</Trans>
            </Button>
          </ButtonRow>
        )}
      </Notice>
      {isAsked && typeof begun === 'object' && (
        <OpenThoseDialog responseId={begun.responseId} overview={overview} onClose={() => setAsked(false)} />
      )}
    </>
  );
}
