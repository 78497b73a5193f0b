import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { growingPause } from '../../lib/growing-pause.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { TakeAlong } from './take-along.tsx';
import { UnsentNotice } from './unsent-notice.tsx';
import { type Clearing, useClearing, type Waiting } from './use-clearing.ts';

export type EndVisitPageProps = {
  /** What was answered on the device; null when nothing was, or it does not open any more. */
  response: ResponseDocument | null;
  /** Something was answered, and nobody replied when it was asked for: `retry` asks again. */
  isUnreached: boolean;
  /** What was answered opens here no more, and some of it waits to be sent. */
  isShut: boolean;
  retry: () => void;
  hrefs: { claim: (responseId: string) => string; goOn: string };
  /** Nobody touches the device any more: it ends without being asked to. */
  isNow: boolean;
  /** They do not since they have said that they have finished. */
  isFinished: boolean;
  /** Tries to send what waits in this browser, and says how many answers still do. */
  sendWaiting: () => Promise<Waiting>;
  /** Signs out, clears the device and leaves; what waits is lost if it is to be. Until that is done nobody gets back. */
  endVisit: (isLosing: boolean) => Promise<void>;
};

/** Goes on trying by itself until it `isDone`: after growing pauses, and at once when the network or somebody is back. */
function useEndingByItself(isNow: boolean, { action, isDone, run }: Clearing): void {
  const [pause] = useState(growingPause);
  const [isTried, setTried] = useState(false);
  const { isBusy } = action;
  const attempt = useEffectEvent(() => {
    setTried(true);
    run();
  });
  useEffect(() => {
    if (!isNow || isBusy || isDone) return;
    const end = new AbortController();
    const timer = setTimeout(() => attempt(), isTried ? pause.next() : 0);
    const isBack = () => {
      if (document.visibilityState === 'visible') attempt();
    };
    window.addEventListener('online', () => attempt(), { signal: end.signal });
    for (const back of ['focus', 'pageshow']) window.addEventListener(back, isBack, { signal: end.signal });
    document.addEventListener('visibilitychange', isBack, { signal: end.signal });
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [isNow, isBusy, isDone, isTried, pause]);
}

type Lead = 'now' | 'finished' | 'nothing' | 'unreached' | 'shut' | 'answered';

function leadOf({ response, isUnreached, isShut, isNow, isFinished }: EndVisitPageProps): Lead {
  if (isFinished) return 'finished';
  if (isNow) return 'now';
  if (isUnreached) return 'unreached';
  if (isShut) return 'shut';
  return response === null ? 'nothing' : 'answered';
}

/** The end of a visit: what was answered is taken along, and the device forgets it. */
export function EndVisitPage(props: EndVisitPageProps) {
  const { response, isUnreached, retry, hrefs, isNow, isFinished, sendWaiting, endVisit } = props;
  const { t } = useLingui();
  const clearing = useClearing(sendWaiting, endVisit);
  const { action, waiting } = clearing;
  useEndingByItself(isNow, clearing);
  const leads = {
    now: t`Nobody has touched the device for a while. It is cleared as soon as everything is sent.`,
    finished: t`You have finished. The device is cleared as soon as the server can be reached; until then nobody can open your answers here.`,
    nothing: t`There are no answers here to take along. When you finish nothing of you is left on this device.`,
    unreached: t`What you have answered cannot be fetched just now. Wait until it can, and take it along before you finish.`,
    shut: t`What you have answered opens no more on this device, and cannot be taken along from it. Some of it has not been sent; when you finish you are asked before that is lost.`,
    answered: t`Take your answers along first. Then nothing of you is left on this device.`,
  };
  const lead = leadOf(props);
  const [isTaken, setTaken] = useState(false);
  const [isAsked, setAsked] = useState(false);
  // Nobody opens again what is not taken along: one press beside the code is not to lose it.
  const wouldLose = lead === 'unreached' || (lead === 'answered' && !isTaken && response?.isClaimed !== true);

  return (
    <Page>
      <PageHeader title={t`Finish`} lead={leads[lead]} />
      {isUnreached && (
        <Notice tone="warning" title={<Trans>Your answers cannot be reached just now</Trans>}>
          <p>
            <Trans>
              Without a network you cannot take them along. If the device is cleared before you have, nobody can open
              them again.
            </Trans>
          </p>
          <ButtonRow>
            <Button variant="secondary" onClick={retry}>
              <Trans>Try again</Trans>
            </Button>
          </ButtonRow>
        </Notice>
      )}
      {lead === 'answered' && response !== null && (
        <TakeAlong response={response} claimHref={hrefs.claim(response.responseId)} onTaken={() => setTaken(true)} />
      )}
      <UnsentNotice waiting={waiting} action={action} clear={clearing.runAllTheSame}>
        {isNow ? (
          <Trans>
            They are kept on this device and sent as soon as that goes; nobody can open them here. If the device is
            cleared now they are lost.
          </Trans>
        ) : (
          <Trans>
            They are kept on this device until they have been. Wait for the network, or sign in again if the session has
            ended. If the device is cleared now they are lost.
          </Trans>
        )}
      </UnsentNotice>
      <FaultNotice fault={action.fault} title={<Trans>The device is not cleared yet</Trans>} />
      <ButtonRow>
        <Button
          variant={wouldLose ? 'secondary' : 'primary'}
          isBusy={action.isBusy}
          onClick={() => (wouldLose ? setAsked(true) : clearing.run())}
        >
          <Trans>Finish and clear the device</Trans>
        </Button>
        {!isNow && !isFinished && (
          <ButtonLink to={hrefs.goOn} variant="quiet">
            <Trans>Go on answering</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
      <Dialog
        isOpen={isAsked}
        title={<Trans>Finish without taking your answers along?</Trans>}
        onClose={() => setAsked(false)}
        actions={
          <Button
            variant="danger"
            onClick={() => {
              setAsked(false);
              clearing.run();
            }}
          >
            <Trans>Finish without them</Trans>
          </Button>
        }
      >
        <p>
          <Trans>When the device is cleared nobody can open what you have answered, you neither.</Trans>
        </p>
      </Dialog>
    </Page>
  );
}
