import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmAccess, FirmConsent } from '#shared/contracts/firms.ts';
import type { ConsentPurpose } from '#shared/domain/access/consent.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { sendWithdrawal } from './api.ts';
import { ConsentFailure } from './consent-failure.tsx';

function Meaning({ purpose, receiver }: { purpose: ConsentPurpose; receiver: string }) {
  if (purpose === 'result') {
    return (
      <ul>
        <li>
          <Trans>{receiver} can no longer see your results. The next page they open or reload is closed.</Trans>
        </li>
        <li>
          <Trans>What they have already read or written down cannot be taken back by us.</Trans>
        </li>
        <li>
          <Trans>The list of who has looked stays here.</Trans>
        </li>
      </ul>
    );
  }
  if (purpose === 'cohort') {
    return (
      <ul>
        <li>
          <Trans>{receiver} may not name you to other firms from now on.</Trans>
        </li>
        <li>
          <Trans>Whoever has already been told your name still knows it; we cannot take that back.</Trans>
        </li>
      </ul>
    );
  }
  return (
    <ul>
      <li>
        <Trans>You are left out of every figure that is made from now on.</Trans>
      </li>
      <li>
        <Trans>Figures already published stay as they are: no firm can be read from them.</Trans>
      </li>
    </ul>
  );
}

export type WithdrawConsentDialogProps = {
  firmId: string;
  consent: FirmConsent | null;
  onWithdrawn: (access: FirmAccess, consent: FirmConsent) => void;
  onClose: () => void;
};

/** Says what taking the consent back means for its purpose, then does it. */
export function WithdrawConsentDialog({ firmId, consent, onWithdrawn, onClose }: WithdrawConsentDialogProps) {
  const localise = useLocalised();
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const close = () => {
    setFailure(null);
    onClose();
  };
  const withdraw = async (taken: FirmConsent) => {
    setSending(true);
    setFailure(null);
    try {
      const access = await sendWithdrawal(firmId, taken.consentId);
      close();
      onWithdrawn(access, taken);
    } catch (error) {
      setFailure(error);
    }
    setSending(false);
  };
  return (
    <Dialog
      isOpen={consent !== null}
      onClose={close}
      title={<Trans>Withdraw the consent?</Trans>}
      actions={
        <Button variant="danger" isBusy={isSending} onClick={() => consent && void withdraw(consent)}>
          <Trans>Withdraw consent</Trans>
        </Button>
      }
    >
      {consent !== null && <Meaning purpose={consent.purpose} receiver={localise(consent.receiver.name)} />}
      <p>
        <Trans>Nothing else changes. You can agree again whenever you want.</Trans>
      </p>
      <ConsentFailure error={failure} title={<Trans>The consent still stands</Trans>} />
    </Dialog>
  );
}
