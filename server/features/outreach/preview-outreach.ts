import type { OutreachPreviews } from '#shared/contracts/outreach.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { firmNameShown, previewMail, secretShown } from '../../platform/mail/preview-mail.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { quickCheckMinutes } from './quick-check-minutes.ts';
import { getProviderName } from './repository.ts';

/** The mails as they go out, with a name in place of each firm's own. */
export async function previewOutreach(
  context: Context,
  access: AccessContext,
  { organisationId, origin }: { organisationId: string; origin: string },
): Promise<OutreachPreviews> {
  const provider = await asStaffOf(context, access, { organisationId }, (tx) => getProviderName(tx, organisationId));
  const minutes = await quickCheckMinutes(context);
  const factsIn = (language: Language) => ({
    firmName: firmNameShown[language],
    providerSv: provider.sv,
    providerEn: provider.en,
    submittedOn: swedishDate(context.clock.now()),
    firmId: '',
    minutes,
    optOutId: secretShown,
  });
  return {
    reminder: previewMail(context, origin, { kind: 'round-due', factsIn }),
    invitation: previewMail(context, origin, { kind: 'contact-invitation', factsIn }),
  };
}
