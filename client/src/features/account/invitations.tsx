import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { personNameSchema } from '#shared/contracts/people.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { formatDate } from '../../lib/format.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './account.module.css';
import { sendAcceptance, sendRefusal } from './api.ts';
import { PlaceName } from './places.tsx';
import { useAccountAction } from './proof.tsx';

type Invitation = AccountDocument['invitations'][number];
type Outcome = { readonly invitation: Invitation; readonly isAccepted: boolean };

function RefuseDialog({ isOpen, onClose, onRefused, invitation }: RefuseDialogProps) {
  return (
    <ActionDialog
      isOpen={isOpen}
      title={<Trans>Decline the invitation?</Trans>}
      confirm={<Trans>Decline</Trans>}
      action={useAccountAction()}
      onConfirm={() => sendRefusal(invitation.invitationId)}
      onClose={onClose}
      onDone={onRefused}
    >
      <p>
        <Trans>The one who invited you has to send a new one if you change your mind.</Trans>
      </p>
    </ActionDialog>
  );
}
type RefuseDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  onRefused: () => Promise<void>;
  invitation: Invitation;
};

type InvitationCardProps = {
  invitation: Invitation;
  /** Null when the account has none yet, and the others are to know who comes. */
  name: string | null;
  onSettled: (isAccepted: boolean) => Promise<void>;
};

function InvitationCard({ invitation, name, onSettled }: InvitationCardProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useRoleWords();
  const [typed, setTyped] = useState(name ?? '');
  const [isRefused, setRefused] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { isBusy, fault, run } = useAccountAction();
  const { role, place, inviterName, expiresAt, invitationId } = invitation;
  const field = `name-${invitationId}`;
  const day = formatDate(new Date(expiresAt), language);
  const accept = (event: FormEvent) => {
    event.preventDefault();
    const read = personNameSchema.safeParse(typed);
    setRefused(!read.success);
    if (!read.success) document.getElementById(fieldId(field))?.focus();
    else if (!isBusy) {
      run(async () => {
        await sendAcceptance(invitationId, read.data);
        await onSettled(true);
      });
    }
  };
  return (
    <li>
      <Panel tone="strong">
        <h3>
          <PlaceName place={place} />
        </h3>
        <p>
          {inviterName !== null && <Trans>{inviterName} has invited you.</Trans>}{' '}
          <Trans>
            You would be: <strong>{words.role(role)}</strong>.
          </Trans>{' '}
          {words.about(role)}
        </p>
        <p className={styles.muted}>
          <Trans>The invitation holds until {day}.</Trans>
        </p>
        <form noValidate className={styles.form} onSubmit={accept}>
          {name === null && (
            <TextField
              name={field}
              label={t`Your name, as others see it`}
              autoComplete="name"
              value={typed}
              error={isRefused ? t`Write your name, at most 120 characters.` : undefined}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <FaultNotice fault={fault} />
          <ButtonRow>
            <Button type="submit" isBusy={isBusy}>
              <Trans>Accept</Trans>
            </Button>
            <Button variant="quiet" onClick={() => setAsking(true)}>
              <Trans>Decline</Trans>
            </Button>
          </ButtonRow>
        </form>
      </Panel>
      <RefuseDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onRefused={() => onSettled(false)}
        invitation={invitation}
      />
    </li>
  );
}

function OutcomeNotice({ invitation, isAccepted }: Outcome) {
  return (
    <Notice tone="success" role="status">
      <p tabIndex={-1} data-outcome>
        <PlaceName place={invitation.place} />:{' '}
        {isAccepted ? <Trans>you are in.</Trans> : <Trans>the invitation is declined.</Trans>}
      </p>
    </Notice>
  );
}

/** What one is invited to, and what became of the last one that was settled. */
export function Invitations({ account }: { account: AccountDocument }) {
  const { revalidate } = useRevalidator();
  const focusAfter = useFocusAfter();
  const [outcome, setOutcome] = useState<Outcome>();
  const { invitations, name } = account;
  if (invitations.length === 0 && outcome === undefined) return null;
  const settle = async (invitation: Invitation, isAccepted: boolean) => {
    await revalidate();
    setOutcome({ invitation, isAccepted });
    focusAfter(() => document.querySelector<HTMLElement>('[data-outcome]'));
  };
  return (
    <Section title={<Trans>Invitations</Trans>}>
      {outcome !== undefined && <OutcomeNotice {...outcome} />}
      {invitations.length > 0 && (
        <ul className={styles.list}>
          {invitations.map((invitation) => (
            <InvitationCard
              key={invitation.invitationId}
              invitation={invitation}
              name={name}
              onSettled={(isAccepted) => settle(invitation, isAccepted)}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
