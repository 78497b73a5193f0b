import { Trans, useLingui } from '@lingui/react/macro';
import { rolesIn } from '#shared/domain/access/roles.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './coordination.module.css';
import type { OrganisationPartProps } from './member-list.tsx';
import { type InvitationField, useInvitation } from './use-invitation.ts';

const order: readonly InvitationField[] = ['email', 'role', 'language'];

/** Invites the holder of an address in one of the roles that the organisation has. */
export function InviteForm({ organisation, onDone }: OrganisationPartProps) {
  const { t } = useLingui();
  const words = useRoleWords();
  const { form, send, isBusy, fault, attempt } = useInvitation(organisation, onDone);
  const { register, formState } = form;
  const { errors } = formState;
  const faultWords: Record<InvitationField, string> = {
    email:
      errors.email?.type === 'in-use'
        ? t`The holder of this address has that role here already.`
        : t`Write an e-mail address such as name@organisation.se.`,
    role: t`Choose what the person is to do here.`,
    language: t`Choose the language of the mail.`,
  };
  const errorOf = (field: InvitationField) => (errors[field] === undefined ? undefined : faultWords[field]);
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={attempt} />
      <TextField
        {...register('email')}
        label={t`E-mail`}
        hint={t`Only the holder of this address can take the invitation up.`}
        type="email"
        autoComplete="off"
        width="half"
        error={errorOf('email')}
      />
      <RadioGroup
        {...register('role')}
        legend={t`Role`}
        options={rolesIn(organisation.kind).map((role) => ({
          value: role,
          label: words.role(role),
          hint: words.about(role),
        }))}
        error={errorOf('role')}
      />
      <RadioGroup
        {...register('language')}
        legend={t`Language of the mail`}
        layout="inline"
        options={[
          { value: 'sv', label: 'Svenska' },
          { value: 'en', label: 'English' },
        ]}
        error={errorOf('language')}
      />
      <FaultNotice fault={fault} />
      <p>
        <Button type="submit" isBusy={isBusy}>
          <Trans>Send the invitation</Trans>
        </Button>
      </p>
    </form>
  );
}
