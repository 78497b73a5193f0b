import { useLingui } from '@lingui/react/macro';
import { type Resolver, useForm } from 'react-hook-form';
import { inviteToOrganisation, type OrganisationDocument } from '#shared/contracts/coordination.ts';
import { rolesIn } from '#shared/domain/access/roles.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { type NewInvitation, sendInvitation } from './api.ts';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';

export type InvitationForm = { email: string; role: string; language: string };
export type InvitationField = keyof InvitationForm;

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
const resolver: Resolver<InvitationForm, unknown, NewInvitation> = (form) => {
  const parsed = inviteToOrganisation.body.safeParse(form);
  if (parsed.success) return { values: parsed.data, errors: {} };
  return {
    values: {},
    errors: Object.fromEntries(parsed.error.issues.map(({ path }) => [path[0], { type: 'invalid' }])),
  };
};

/** The form, and what came of sending it. What was typed stays until it has been sent. */
export function useInvitation(organisation: OrganisationDocument, onDone: (words: string) => Promise<void>) {
  const { t } = useLingui();
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(useCoordinationProblemWords());
  const roles = rolesIn(organisation.kind);
  const form = useForm<InvitationForm, unknown, NewInvitation>({
    // With one role there is nothing to choose; with several none is given by mistake.
    defaultValues: { email: '', role: roles.length === 1 ? (roles[0] ?? '') : '', language },
    resolver,
    shouldFocusError: false,
  });
  const send = form.handleSubmit((invitation) => {
    const { email, role } = invitation;
    run(async () => {
      const { members } = await sendInvitation(organisation.organisationId, invitation);
      // Whoever has the role already is not invited to it.
      const isSeated = members.some((member) => member.email === email && member.role === role);
      form.reset();
      await onDone(isSeated ? t`${email} has that role here already.` : t`The invitation to ${email} is on its way.`);
    });
  });
  return { form, send, isBusy, fault };
}
