import { Trans } from '@lingui/react/macro';
import type { FirmAccess, FirmConsent } from '#shared/contracts/firms.ts';
import { type ConsentPurpose, fallsWithConsent } from '#shared/domain/access/consent.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendWithdrawal } from './api.ts';
import { ConsentFailure } from './consent-failure.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

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
        <li>
          <Trans>
            In the numbers that {receiver} shows of its work you stay counted, without a name. Your results are left out
            of their mean change from the end of the month.
          </Trans>
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

/** What ends besides what the consent itself says. */
function Falls({ consent, consents }: { consent: FirmConsent; consents: readonly FirmConsent[] }) {
  const receiver = useLocalised()(consent.receiver.name);
  const stateOf = ({ receiver: { code }, purpose, withdrawnAt }: FirmConsent) => ({
    receiver: code,
    purpose,
    withdrawnAt,
  });
  const others = consents.filter(({ consentId }) => consentId !== consent.consentId).map(stateOf);
  const falls = fallsWithConsent(others, stateOf(consent));
  if (falls === 'nothing') return <Trans>Nothing else changes. You can agree again whenever you want.</Trans>;
  if (falls === 'meetings') {
    return <Trans>{receiver} also no longer sees any meetings with you. You can agree again whenever you want.</Trans>;
  }
  return (
    <Trans>
      You let {receiver} in for nothing else. Places that you have in its groups or on its waiting lists end with it,
      and it no longer sees any meetings with you. You can agree again whenever you want.
    </Trans>
  );
}

export type WithdrawConsentDialogProps = {
  firmId: string;
  consent: FirmConsent | null;
  /** All there are. */
  consents: readonly FirmConsent[];
  onWithdrawn: (access: FirmAccess, consent: FirmConsent) => void;
  onClose: () => void;
};

/** Says what withdrawing the consent means for its purpose, then does it. */
export function WithdrawConsentDialog({ firmId, consent, consents, onWithdrawn, onClose }: WithdrawConsentDialogProps) {
  const localise = useLocalised();
  const action = useAction(useFirmProblemWords());
  return (
    <ActionDialog
      isOpen={consent !== null}
      title={<Trans>Withdraw the consent?</Trans>}
      confirm={<Trans>Withdraw consent</Trans>}
      action={action}
      faultNotice={<ConsentFailure action={action} title={<Trans>The consent still stands</Trans>} />}
      onConfirm={async () => consent && { consent, access: await sendWithdrawal(firmId, consent.consentId) }}
      onClose={onClose}
      onDone={(withdrawn) => {
        if (withdrawn !== null) onWithdrawn(withdrawn.access, withdrawn.consent);
      }}
    >
      {consent !== null && <Meaning purpose={consent.purpose} receiver={localise(consent.receiver.name)} />}
      <p>{consent !== null && <Falls consent={consent} consents={consents} />}</p>
    </ActionDialog>
  );
}
