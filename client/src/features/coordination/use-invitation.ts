import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { inviteToOrganisation, type OrganisationDocument } from '#shared/contracts/coordination.ts';
import type { Member } from '#shared/contracts/people.ts';
import { rolesIn } from '#shared/domain/access/roles.ts';
import { hasFault } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { type NewInvitation, sendInvitation } from './api.ts';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';

export type InvitationForm = { email: string; role: string; language: string };
export type InvitationField = keyof InvitationForm;

const inUse = { type: 'in-use' };

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
const resolverOf =
  (members: readonly Member[]): Resolver<InvitationForm, unknown, NewInvitation> =>
  (form) => {
    const parsed = inviteToOrganisation.body.safeParse(form);
    if (!parsed.success) {
      return {
        values: {},
        errors: Object.fromEntries(parsed.error.issues.map(({ path }) => [path[0], { type: 'invalid' }])),
      };
    }
    const { email, role } = parsed.data;
    const isSeated = members.some((member) => member.email === email && member.role === role);
    return isSeated ? { values: {}, errors: { email: inUse } } : { values: parsed.data, errors: {} };
  };

/** The form, and what came of sending it. What was typed stays until it has been sent. */
export function useInvitation(organisation: OrganisationDocument, onDone: (words: string) => Promise<void>) {
  const { t } = useLingui();
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(useCoordinationProblemWords());
  const roles = rolesIn(organisation.kind);
  const [refusals, setRefusals] = useState(0);
  const form = useForm<InvitationForm, unknown, NewInvitation>({
    // With one role there is nothing to choose; with several none is given by mistake.
    defaultValues: { email: '', role: roles.length === 1 ? (roles[0] ?? '') : '', language },
    resolver: resolverOf(organisation.members),
    shouldFocusError: false,
  });
  const send = form.handleSubmit((invitation) => {
    const { email } = invitation;
    run(async () => {
      try {
        await sendInvitation(organisation.organisationId, invitation);
      } catch (error) {
        if (!hasFault(error, 'already-in-use')) throw error;
        // Since the page was loaded.
        form.setError('email', inUse);
        setRefusals((count) => count + 1);
        return;
      }
      form.reset();
      await onDone(t`The invitation to ${email} is on its way.`);
    });
  });
  return { form, send, isBusy, fault, attempt: form.formState.submitCount + refusals };
}
