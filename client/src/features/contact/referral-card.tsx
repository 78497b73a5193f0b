import { Trans, useLingui } from '@lingui/react/macro';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { calendarHref } from './calendar-href.ts';

type Status = ReferralDocument['status'];

function useStatusWords(): (status: Status) => string {
  const { t } = useLingui();
  return (status) => {
    switch (status) {
      case 'chosen':
        return t`Sent, not answered yet`;
      case 'accepted':
        return t`Accepted`;
      case 'declined':
        return t`Declined`;
      case 'started':
        return t`Started`;
      case 'completed':
        return t`Completed`;
      case 'withdrawn':
        return t`Withdrawn`;
    }
  };
}

/** One request with its history, and the way to withdraw it. */
export function ReferralCard({
  referral,
  responseId,
  onWithdraw,
}: {
  referral: ReferralDocument;
  responseId: string;
  onWithdraw: () => void;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const statusWords = useStatusWords();
  const name = localise(referral.packageName);
  const provider = localise(referral.providerName);
  const { contactName, email } = referral;
  const isWaiting = referral.status === 'chosen' || referral.status === 'accepted';
  const isWithdrawn = referral.status === 'withdrawn';
  return (
    <li>
      <Panel>
        <p>
          <Tag tone={isWithdrawn ? 'neutral' : 'accent'}>{statusWords(referral.status)}</Tag>
        </p>
        <h2>{name}</h2>
        <p>
          <Trans>
            To {provider}, about {contactName} at {email}.
          </Trans>
        </p>
        <ol>
          {referral.events.map(({ status, at }) => (
            <li key={at + status}>
              {formatDate(new Date(at), language)}: {statusWords(status)}
            </li>
          ))}
        </ol>
        {!isWithdrawn && (
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
