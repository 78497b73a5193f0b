import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { sendWithdrawal } from './api.ts';
import { calendarHref } from './calendar-href.ts';
import styles from './contact.module.css';
import type { ContactHrefs } from './contact-page.tsx';

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

function Referral({
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
  const isLive = referral.status === 'chosen' || referral.status === 'accepted';
  return (
    <li>
      <Panel>
        <p>
          <Tag tone={referral.status === 'withdrawn' ? 'neutral' : 'accent'}>{statusWords(referral.status)}</Tag>
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
        {isLive && (
          <ButtonRow>
            <ButtonLink
              to={calendarHref(responseId, referral.referralId, language)}
              reloadDocument
              download
              variant="secondary"
              aria-label={t`Reminder for the calendar about ${name}`}
            >
              <Trans>Reminder for the calendar</Trans>
            </ButtonLink>
            <Button variant="quiet" onClick={onWithdraw} aria-label={t`Withdraw the request about ${name}`}>
              <Trans>Withdraw</Trans>
            </Button>
          </ButtonRow>
        )}
      </Panel>
    </li>
  );
}

/** Asks once more, then takes the request and its consent back. */
function WithdrawDialog({
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
  const withdraw = async (referralId: string) => {
    try {
      await sendWithdrawal(responseId, referralId);
      setError(null);
      onClose();
      await revalidate();
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <Dialog
      isOpen={referral !== null}
      onClose={onClose}
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

/** What the firm has asked for, and what has become of it. */
export function ReferralsPage({
  referrals,
  responseId,
  hrefs,
}: {
  referrals: readonly ReferralDocument[];
  responseId: string;
  hrefs: ContactHrefs;
}) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<ReferralDocument | null>(null);
  return (
    <Page>
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader title={t`Your requests for contact`} lead={t`Only you and the one you asked can see them.`} />
      {referrals.length === 0 ? (
        <EmptyState
          title={<Trans>You have not asked for contact</Trans>}
          action={
            <ButtonLink to={hrefs.result} variant="secondary">
              <Trans>See the suggestions</Trans>
            </ButtonLink>
          }
        />
      ) : (
        <ul className={styles.list}>
          {referrals.map((referral) => (
            <Referral
              key={referral.referralId}
              referral={referral}
              responseId={responseId}
              onWithdraw={() => setAsked(referral)}
            />
          ))}
        </ul>
      )}
      <WithdrawDialog referral={asked} responseId={responseId} onClose={() => setAsked(null)} />
    </Page>
  );
}
