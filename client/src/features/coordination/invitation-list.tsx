import { Trans, useLingui } from '@lingui/react/macro';
import type { SentInvitation } from '#shared/contracts/people.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { sendRevocation } from './api.ts';
import styles from './coordination.module.css';
import type { OrganisationPartProps } from './member-list.tsx';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';

type MailState = SentInvitation['mail'];

const toneOf: Record<MailState, TagTone> = {
  waiting: 'info',
  sent: 'success',
  failed: 'warning',
  unconfirmed: 'warning',
};

function MailTag({ mail }: { mail: MailState }) {
  const { t } = useLingui();
  const wordsOf: Record<MailState, string> = {
    waiting: t`The mail waits to be sent`,
    sent: t`The mail is sent`,
    failed: t`The mail could not be sent`,
    unconfirmed: t`Unclear whether the mail went`,
  };
  return <Tag tone={toneOf[mail]}>{wordsOf[mail]}</Tag>;
}

/** What the sender can do about a mail that has not arrived. */
function Advice({ mail }: { mail: MailState }) {
  if (mail === 'failed') {
    return (
      <p>
        <Trans>Check the address. If it is wrong: revoke the invitation and send a new one.</Trans>
      </p>
    );
  }
  if (mail === 'unconfirmed') {
    return (
      <p>
        <Trans>Ask whether it has come. Inviting the same address again sends a new mail.</Trans>
      </p>
    );
  }
  return null;
}

type InvitationRowProps = OrganisationPartProps & { invitation: SentInvitation };

function InvitationRow({ invitation, organisation, onDone }: InvitationRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRoleWords();
  const { isBusy, fault, run } = useAction(useCoordinationProblemWords());
  const { email, invitationId, mail } = invitation;
  const until = formatDate(new Date(invitation.expiresAt), language);
  const revoke = () =>
    run(async () => {
      await sendRevocation(organisation.organisationId, invitationId);
      await onDone(t`The invitation to ${email} is revoked.`);
    });
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{email}</strong>
        </p>
        <p className={styles.muted}>{words.role(invitation.role)}</p>
      </div>
      <div>
        <MailTag mail={mail} />
        <p className={styles.muted}>
          <Trans>can be taken up until {until}</Trans>
        </p>
        <Advice mail={mail} />
      </div>
      <Button variant="secondary" isBusy={isBusy} onClick={revoke} aria-label={t`Revoke the invitation to ${email}`}>
        <Trans>Revoke</Trans>
      </Button>
      <FaultNotice fault={fault} />
    </li>
  );
}

/** Those who have been invited and have not answered. */
export function InvitationList({ organisation, onDone }: OrganisationPartProps) {
  if (organisation.invitations.length === 0) {
    return <EmptyState title={<Trans>No invitation is waiting for an answer</Trans>} />;
  }
  return (
    <RowList>
      {organisation.invitations.map((invitation) => (
        <InvitationRow
          key={invitation.invitationId}
          invitation={invitation}
          organisation={organisation}
          onDone={onDone}
        />
      ))}
    </RowList>
  );
}
