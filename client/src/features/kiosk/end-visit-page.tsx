import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { TakeAlong } from './take-along.tsx';

export type EndVisitPageProps = {
  /** What was answered on the device; null when nothing was, or it does not open any more. */
  response: ResponseDocument | null;
  hrefs: { claim: (responseId: string) => string; goOn: string };
  /** Nobody touches the device any more: it ends without being asked to. */
  isNow: boolean;
  /** Tries to send what waits in this browser, and says how many answers still do. */
  sendWaiting: () => Promise<number>;
  /** Signs out, clears the device and leaves. */
  endVisit: () => Promise<void>;
};

/** The end of a visit: what was answered is taken along, and the device forgets it. */
export function EndVisitPage({ response, hrefs, isNow, sendWaiting, endVisit }: EndVisitPageProps) {
  const { t } = useLingui();
  const say = useProblemWords();
  const action = useAction(say);
  const [unsent, setUnsent] = useState(0);
  const end = () =>
    action.run(async () => {
      const left = await sendWaiting();
      setUnsent(left);
      if (left === 0) await endVisit();
    });
  const endByItself = useEffectEvent(end);
  useEffect(() => {
    if (!isNow) return;
    endByItself();
    window.addEventListener('online', endByItself);
    return () => window.removeEventListener('online', endByItself);
  }, [isNow]);

  return (
    <Page>
      <PageHeader
        title={t`Finish`}
        lead={
          isNow
            ? t`Nobody has touched the device for a while. It is cleared as soon as everything is sent.`
            : t`Take your answers along first. Then nothing of you is left on this device.`
        }
      />
      {response !== null && !isNow && <TakeAlong response={response} claimHref={hrefs.claim(response.responseId)} />}
      {unsent > 0 && (
        <Notice
          tone="warning"
          role="alert"
          title={<Plural value={unsent} one="# answer has not been sent" other="# answers have not been sent" />}
        >
          <p>
            <Trans>
              They are kept on this device until they have been. Wait for the network, or sign in again if the session
              has ended. If the device is cleared now they are lost.
            </Trans>
          </p>
          <ButtonRow>
            <Button variant="danger" isBusy={action.isBusy} onClick={() => action.run(endVisit)}>
              <Trans>Clear the device all the same</Trans>
            </Button>
          </ButtonRow>
        </Notice>
      )}
      <FaultNotice fault={action.fault} title={<Trans>The device is not cleared yet</Trans>} />
      <ButtonRow>
        <Button isBusy={action.isBusy} onClick={end}>
          <Trans>Finish and clear the device</Trans>
        </Button>
        <ButtonLink to={hrefs.goOn} variant="quiet">
          <Trans>Go on answering</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
