import { Trans, useLingui } from '@lingui/react/macro';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { isEnded } from '#shared/domain/referral/referral-states.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { AbsentProvider } from './absent-provider.tsx';
import { calendarHref } from './calendar-href.ts';

type Status = ReferralDocument['status'];

function useStatusWords(): (status: Status) => string {
  const { t } = useLingui();
  return (status) => {
    switch (status) {
      case 'chosen':
        return t`Sent, not answered yet`;
      case 'accepted':
        return t`Taken up`;
      case 'declined':
        return t`Turned down`;
      case 'started':
        return t`Started`;
      case 'completed':
        return t`Completed`;
      case 'discontinued':
        return t`Broken off`;
      case 'handed-over':
        return t`Passed on to another provider`;
      case 'withdrawn':
        return t`Withdrawn`;
    }
  };
}

/** Who is proposed to go on, and the way to agree. */
function HandedOver({ referral, onwards }: { referral: ReferralDocument; onwards: string | undefined }) {
  const localise = useLocalised();
  const provider = localise(referral.providerName);
  const receiver = referral.handedOverTo === null ? '' : localise(referral.handedOverTo.name);
  return (
    <>
      <p>
        <Trans>
          {provider} proposes that {receiver} goes on with this. Nothing has been passed on: that takes your consent.
        </Trans>
      </p>
      {onwards !== undefined && (
        <ButtonRow>
          <ButtonLink to={onwards}>
            <Trans>Ask {receiver} for contact</Trans>
          </ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

/** One request with its history, and the way to withdraw it. */
export function ReferralCard({
  referral,
  responseId,
  isInUse,
  onwards,
  onWithdraw,
}: {
  referral: ReferralDocument;
  responseId: string;
  /** Whether anybody at the provider can read it now. */
  isInUse: boolean;
  /** Where the provider that is to go on is asked. Undefined when it has been. */
  onwards: string | undefined;
  onWithdraw: () => void;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const wishWords = useWishWords();
  const statusWords = useStatusWords();
  const name = localise(referral.packageName);
  const provider = localise(referral.providerName);
  const { contactName, email } = referral;
  const isWaiting = referral.status === 'chosen' || referral.status === 'accepted';
  const isConsented = referral.consentWithdrawnAt === null;
  return (
    <li>
      <Panel>
        <p>
          <Tag tone={isEnded(referral.status) ? 'neutral' : 'accent'}>{statusWords(referral.status)}</Tag>
        </p>
        <h2>{name}</h2>
        <p>
          <Trans>
            To {provider}, about {contactName} at {email}.
          </Trans>
        </p>
        {referral.wishedEdition !== null && (
          <p>
            <Trans>Group you would like to join: {wishWords(referral.wishedEdition)}.</Trans>
          </p>
        )}
        <ol>
          {referral.events.map(({ status, at }) => (
            <li key={at + status}>
              {formatDate(new Date(at), language)}: {statusWords(status)}
            </li>
          ))}
        </ol>
        {isWaiting && isConsented && !isInUse && <AbsentProvider name={provider} />}
        {referral.handedOverTo !== null && isConsented && <HandedOver referral={referral} onwards={onwards} />}
        {!isConsented && (
          <p>
            <Trans>You have withdrawn the consent. {provider} no longer sees the request.</Trans>
          </p>
        )}
        {isConsented && (
          <ButtonRow>
            {isWaiting && (
              <ButtonLink
                to={calendarHref(responseId, referral.referralId, language)}
                reloadDocument
                download
                variant="secondary"
                aria-label={t`Reminder for the calendar about ${name}`}
              >
                <Trans>Reminder for the calendar</Trans>
              </ButtonLink>
            )}
            <Button variant="quiet" onClick={onWithdraw} aria-label={t`Withdraw the request about ${name}`}>
              <Trans>Withdraw</Trans>
            </Button>
          </ButtonRow>
        )}
      </Panel>
    </li>
  );
}
