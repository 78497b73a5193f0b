import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendWithdrawal } from './api.ts';

/** Asks once more, then takes the request and its consent back. */
export function WithdrawDialog({
  referral,
  responseId,
  onClose,
}: {
  referral: ReferralDocument | null;
  responseId: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const say = useProblemWords();
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setError(null);
    onClose();
  };
  const withdraw = async (referralId: string) => {
    try {
      await sendWithdrawal(responseId, referralId);
      close();
      await revalidate();
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <Dialog
      isOpen={referral !== null}
      onClose={close}
      title={t`Withdraw the request?`}
      actions={
        <Button variant="danger" onClick={() => referral && void withdraw(referral.referralId)}>
          <Trans>Withdraw</Trans>
        </Button>
      }
    >
      <p>
        <Trans>The consent ends at the same time. You can ask for contact again later.</Trans>
      </p>
      {error !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(error)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
