import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { SentInvitation } from '#shared/contracts/people.ts';
import { formatDate } from '../../lib/format.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendRevocation } from './api.ts';
import { FailureNotice } from './failure-notice.tsx';
import styles from './firm.module.css';

function MailState({ mail }: Pick<SentInvitation, 'mail'>) {
  switch (mail) {
    case 'waiting':
      return <Trans>The mail waits to be sent.</Trans>;
    case 'sent':
      return <Trans>The mail is sent.</Trans>;
    case 'failed':
      return <Trans>The mail could not be delivered. Check the address, and invite again.</Trans>;
    case 'unconfirmed':
      return <Trans>It is not known whether the mail arrived. Ask the person, or invite again.</Trans>;
  }
}

type InvitationRowProps = { invitation: SentInvitation; isBusy: boolean; onRevoke: () => void };

function InvitationRow({ invitation, isBusy, onRevoke }: InvitationRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const roleWords = useRoleWords();
  const { email } = invitation;
  const day = formatDate(new Date(invitation.expiresAt), language);
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{email}</p>
        <p className={styles.about}>
          {roleWords.role(invitation.role)}. <Trans>Can be accepted until {day}.</Trans>
        </p>
        <p className={styles.about}>
          <MailState mail={invitation.mail} />
        </p>
      </div>
      <Button variant="secondary" isBusy={isBusy} onClick={onRevoke} aria-label={t`Revoke the invitation to ${email}`}>
        <Trans>Revoke</Trans>
      </Button>
    </li>
  );
}

function useRevocation(firmId: string, onChange: (firm: FirmDocument) => void) {
  const focusAfter = useFocusAfter();
  const told = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [revoked, setRevoked] = useState<string | null>(null);
  const revoke = async ({ invitationId, email }: SentInvitation) => {
    setBusy(invitationId);
    setFailure(null);
    setRevoked(null);
    try {
      onChange(await sendRevocation(firmId, invitationId));
      setRevoked(email);
      focusAfter(() => told.current);
    } catch (error) {
      setFailure(error);
    }
    setBusy(null);
  };
  return { revoke, busy, failure, revoked, told };
}

type InvitationsProps = {
  firmId: string;
  invitations: readonly SentInvitation[];
  onChange: (firm: FirmDocument) => void;
};

/** Who is invited and has not answered, and what has become of the mail. */
export function Invitations({ firmId, invitations, onChange }: InvitationsProps) {
  const { revoke, busy, failure, revoked, told } = useRevocation(firmId, onChange);
  return (
    <>
      <FailureNotice error={failure} />
      {revoked !== null && (
        <div ref={told} tabIndex={-1} className={styles.status}>
          <Notice tone="success" role="status">
            <p>
              <Trans>The invitation to {revoked} is revoked and opens nothing.</Trans>
            </p>
          </Notice>
        </div>
      )}
      {invitations.length === 0 ? (
        <EmptyState title={<Trans>Nobody is invited just now</Trans>} />
      ) : (
        <ul className={styles.list}>
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.invitationId}
              invitation={invitation}
              isBusy={busy === invitation.invitationId}
              onRevoke={() => void revoke(invitation)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
