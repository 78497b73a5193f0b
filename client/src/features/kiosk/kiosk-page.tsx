import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { Site } from '#shared/contracts/site.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { UnsentNotice } from './unsent-notice.tsx';
import { useClearing, type Waiting } from './use-clearing.ts';

export type KioskPageProps = {
  form: Pick<Site['forms'][number], 'name' | 'about' | 'minutes' | 'scoredItems'>;
  /** The device has been cleared a moment ago, by a press or by itself. */
  isCleared: boolean;
  /** Something was answered here that nobody has finished. */
  hasAnsweredBefore: boolean;
  sendWaiting: () => Promise<Waiting>;
  /** Somebody may have signed in meanwhile, in another tab. */
  isSignedIn: () => Promise<boolean>;
  onSignedIn: () => void;
  /** Clears what is left of whoever was here, and opens the firm's first page. */
  begin: () => Promise<void>;
};

/** Whoever pressed for it hears first that it is done: the page before it is gone, and the focus with it. */
function Cleared() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        <Trans>The device is cleared</Trans>
      </h2>
      <p>
        <Trans>Nothing of whoever was here before is left on it.</Trans>
      </p>
    </section>
  );
}

/** What a firm meets on a device that an adviser has handed over. Nothing begins, and nothing is cleared, before its press. */
export function KioskPage(props: KioskPageProps) {
  const { form, isCleared, hasAnsweredBefore, sendWaiting, isSignedIn, onSignedIn, begin } = props;
  const { t } = useLingui();
  const localise = useLocalised();
  const { minutes, scoredItems } = form;
  const beginUnlessSignedIn = async () => {
    if (await isSignedIn()) onSignedIn();
    else await begin();
  };
  const clearing = useClearing(sendWaiting, beginUnlessSignedIn);
  const { action, waiting } = clearing;
  // What the press finds is told of; what it clears away is not taken back from the page while it does.
  const [isTold] = useState(hasAnsweredBefore);
  return (
    <Page>
      <PageHeader title={localise(form.name)} lead={localise(form.about)} />
      {isCleared && <Cleared />}
      <p>
        <Trans>
          {scoredItems} questions, about {minutes} minutes. No account is needed, and nobody but you can open your
          answers.
        </Trans>
      </p>
      <p>
        <Trans>
          This device is lent to you. When you are done you take your answers along with your own phone, and press
          “Finish and clear the device”: then nothing of you is left here. The same happens by itself when nobody has
          touched it for ten minutes, whether you have taken them along or not.
        </Trans>
      </p>
      {isTold && (
        <Notice tone="warning" title={<Trans>Somebody has answered here before</Trans>}>
          <p>
            <Trans>
              When you begin, their answers are sent and everything this browser remembers for the site is cleared.
              Whoever wants to open them again takes them along first.
            </Trans>
          </p>
        </Notice>
      )}
      <UnsentNotice waiting={waiting} action={action} clear={clearing.runAllTheSame}>
        <Trans>
          Somebody has answered in this browser, and the answers could not be sent. If you begin now they are lost.
        </Trans>
      </UnsentNotice>
      <FaultNotice fault={action.fault} title={<Trans>The device is not cleared yet</Trans>} />
      <ButtonRow>
        <Button isBusy={action.isBusy} onClick={clearing.run}>{t`Begin`}</Button>
      </ButtonRow>
    </Page>
  );
}
