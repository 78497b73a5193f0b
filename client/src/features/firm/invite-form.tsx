import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import { emailSchema, type Member } from '#shared/contracts/people.ts';
import { rolesIn } from '#shared/domain/access/roles.ts';
import type { Language } from '#shared/domain/language.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendInvitation } from './api.ts';
import styles from './firm.module.css';
import { useMemberName } from './member-list.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

type TypedInvitation = { email: string; role: '' | 'owner' | 'respondent'; language: Language };
type InviteField = 'email' | 'role';
type Invitation = { email: string; role: 'owner' | 'respondent'; language: Language };

const order: readonly InviteField[] = ['email', 'role'];

/** The one of the firm whose address it is, however it was typed. */
function findMember(members: readonly Member[], typed: string): Member | undefined {
  const read = emailSchema.safeParse(typed);
  return read.success ? members.find(({ email }) => email === read.data) : undefined;
}

/** What a member may do is changed, not invited to; the server knows those who have come since the page was loaded. */
const resolverOf =
  (members: readonly Member[]): Resolver<TypedInvitation, unknown, Invitation> =>
  ({ email, role, language }) => {
    const read = emailSchema.safeParse(email);
    const isFree = read.success && findMember(members, email) === undefined;
    if (isFree && role !== '') return { values: { email: read.data, role, language }, errors: {} };
    return {
      values: {},
      errors: {
        ...(isFree ? {} : { email: { type: 'invalid' } }),
        ...(role === '' ? { role: { type: 'missing' } } : {}),
      },
    };
  };

function useInvitation({ firmId, members, onChange }: InviteFormProps) {
  const language = useLanguage();
  const action = useAction(useFirmProblemWords());
  const [invited, setInvited] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const form = useForm<TypedInvitation, unknown, Invitation>({
    defaultValues: { email: '', role: '', language },
    resolver: resolverOf(members),
    shouldFocusError: false,
  });
  const send = form.handleSubmit((invitation) => {
    setInvited(null);
    action.run(async () => {
      try {
        onChange(await sendInvitation(firmId, invitation));
        setInvited(invitation.email);
        form.reset();
      } catch (error) {
        if (!hasFault(error, 'already-in-use')) throw error;
        form.setError('email', { type: 'in-use' });
        setRefusals((count) => count + 1);
      }
    });
  });
  return { form, send, action, invited, attempt: form.formState.submitCount + refusals };
}

function useInviteFaults(members: readonly Member[], isInUse: boolean): (field: InviteField, email: string) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const roleWords = useRoleWords();
  const nameOf = useMemberName();
  return (field, email) => {
    if (field === 'role') return t`Choose what the person may do.`;
    const member = findMember(members, email);
    if (member === undefined && isInUse) {
      return t`The holder of this address is in the firm already. Reload the page to see who it is.`;
    }
    if (member === undefined) return t`Write an e-mail address such as name@firm.se.`;
    const name = nameOf(member);
    const role = roleWords.role(member.role).toLocaleLowerCase(language);
    return t`${name} is in the firm already, as ${role}. Change the role in the list above instead.`;
  };
}

type InviteFormProps = { firmId: string; members: readonly Member[]; onChange: (firm: FirmDocument) => void };

/** Invites one person into the firm, in one role. */
export function InviteForm(props: InviteFormProps) {
  const { t } = useLingui();
  const roleWords = useRoleWords();
  const { form, send, action, invited, attempt } = useInvitation(props);
  const { errors } = form.formState;
  const faultWords = useInviteFaults(props.members, errors.email?.type === 'in-use');
  const errorOf = (field: InviteField) =>
    errors[field] === undefined ? undefined : faultWords(field, form.getValues('email'));
  return (
    <>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={attempt} />
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <TextField
          {...form.register('email')}
          label={t`E-mail`}
          type="email"
          autoComplete="off"
          error={errorOf('email')}
        />
        <RadioGroup
          {...form.register('role')}
          legend={t`What may the person do?`}
          options={rolesIn('firm').map((role) => ({
            value: role,
            label: roleWords.role(role),
            hint: roleWords.about(role),
          }))}
          error={errorOf('role')}
        />
        <RadioGroup
          {...form.register('language')}
          legend={t`Language of the invitation`}
          layout="inline"
          options={[
            { value: 'sv', label: 'Svenska' },
            { value: 'en', label: 'English' },
          ]}
        />
        <FaultNotice fault={action.fault} title={<Trans>Nobody was invited</Trans>} />
        {invited !== null && (
          <Notice tone="success" role="status">
            <p>
              <Trans>The invitation to {invited} is on its way. You see below what becomes of it.</Trans>
            </p>
          </Notice>
        )}
        <p>
          <Button type="submit" isBusy={action.isBusy}>
            <Trans>Send the invitation</Trans>
          </Button>
        </p>
      </form>
    </>
  );
}
