import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { FallingWithReferral, ReferralDocument } from '#shared/contracts/referrals.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendWithdrawal } from './api.ts';

type WithdrawDialogProps = {
  referral: ReferralDocument | null;
  /** Of each request, what ends together with it. */
  falling: readonly FallingWithReferral[];
  responseId: string;
  onClose: () => void;
};

/** What else ends: the firm has not asked for that, and would learn of it too late. */
function Falls({ falls, provider }: { falls: FallingWithReferral; provider: string }) {
  const localise = useLocalised();
  const { places, meetings } = falls;
  return (
    <>
      <p>
        <Trans>This ends as well:</Trans>
      </p>
      <ul>
        {places.map((place) => {
          const group = localise(place.name);
          return (
            <li key={group}>
              {place.isWaiting ? (
                <Trans>You lose your turn on the waiting list for {group}.</Trans>
              ) : (
                <Trans>You lose the place in {group}.</Trans>
              )}
            </li>
          );
        })}
        {meetings > 0 && (
          <li>
            <Plural
              value={meetings}
              one={`${provider} no longer sees the meeting that is planned with you.`}
              other={`${provider} no longer sees the # meetings that are planned with you.`}
            />
          </li>
        )}
      </ul>
    </>
  );
}

/** Asks once more, then withdraws the request and its consent. */
export function WithdrawDialog({ referral, falling, responseId, onClose }: WithdrawDialogProps) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const localise = useLocalised();
  const falls = falling.find(({ referralId }) => referralId === referral?.referralId);
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
      {referral !== null && falls !== undefined && <Falls falls={falls} provider={localise(referral.providerName)} />}
      <p>
        <Trans>The consent ends at the same time. You can ask for contact again later.</Trans>
      </p>
    </ActionDialog>
  );
}
