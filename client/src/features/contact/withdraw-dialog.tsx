import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendWithdrawal } from './api.ts';

type WithdrawDialogProps = { referral: ReferralDocument | null; responseId: string; onClose: () => void };

/** Asks once more, then withdraws the request and its consent. */
export function WithdrawDialog({ referral, responseId, onClose }: WithdrawDialogProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  return (
    <ActionDialog
      isOpen={referral !== null}
      title={t`Withdraw the request?`}
      confirm={<Trans>Withdraw</Trans>}
      action={useAction(useProblemWords())}
      onConfirm={async () => referral && sendWithdrawal(responseId, referral.referralId)}
      onClose={onClose}
      onDone={revalidate}
    >
      <p>
        <Trans>The consent ends at the same time. You can ask for contact again later.</Trans>
      </p>
    </ActionDialog>
  );
}
