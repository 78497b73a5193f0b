import { Trans, useLingui } from '@lingui/react/macro';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { SentInvitation } from '#shared/contracts/people.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendRevocation } from './api.ts';
import styles from './firm.module.css';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

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

type InvitationRowProps = { invitation: SentInvitation; revoke: () => Promise<void> };

function InvitationRow({ invitation, revoke }: InvitationRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const roleWords = useRoleWords();
  const { isBusy, fault, run } = useAction(useFirmProblemWords());
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
      <Button
        variant="secondary"
        isBusy={isBusy}
        onClick={() => run(revoke)}
        aria-label={t`Revoke the invitation to ${email}`}
      >
        <Trans>Revoke</Trans>
      </Button>
      {fault !== undefined && (
        <div className={styles.whole}>
          <FaultNotice fault={fault} />
        </div>
      )}
    </li>
  );
}

type InvitationsProps = {
  firmId: string;
  invitations: readonly SentInvitation[];
  onChange: (firm: FirmDocument) => void;
};

/** Who is invited and has not answered, and what has become of the mail. */
export function Invitations({ firmId, invitations, onChange }: InvitationsProps) {
  const { t } = useLingui();
  const done = useDone();
  const revoke = async ({ invitationId, email }: SentInvitation) => {
    done.forget();
    onChange(await sendRevocation(firmId, invitationId));
    done.say(t`The invitation to ${email} is revoked and opens nothing.`);
  };
  return (
    <>
      <DoneNotice done={done} />
      {invitations.length === 0 ? (
        <EmptyState title={<Trans>Nobody is invited just now</Trans>} />
      ) : (
        <ul className={styles.list}>
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.invitationId} invitation={invitation} revoke={() => revoke(invitation)} />
          ))}
        </ul>
      )}
    </>
  );
}
