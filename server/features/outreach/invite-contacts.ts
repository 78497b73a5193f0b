import type { InvitationOutcome } from '#shared/contracts/outreach.ts';
import type { Language } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { quickCheckMinutes } from './quick-check-minutes.ts';
import { getProviderName, hasContact, listStandings, updateToInvited } from './repository.ts';

const dayMs = 86_400_000;
const onceInDays = 60;

type Place = { readonly organisationId: string; readonly contactId: string; readonly language: Language | undefined };

async function inviteOne(context: Context, tx: Transaction, place: Place, minutes: string): Promise<InvitationOutcome> {
  const now = context.clock.now();
  const invited = await updateToInvited(tx, place, { now, notSince: new Date(now.getTime() - onceInDays * dayMs) });
  if (invited === undefined) return (await hasContact(tx, place)) ? 'invited-lately' : 'not-found';
  const [standing] = await listStandings(tx, place.organisationId, [invited.email]);
  if (standing?.isOptedOut === true) return 'opted-out';
  const provider = await getProviderName(tx, place.organisationId);
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'contact-invitation',
    recipient: invited.email,
    language: invited.language,
    facts: {
      firmName: invited.firmName,
      providerSv: provider.sv,
      providerEn: provider.en,
      minutes,
      optOutId: invited.optOutId,
    },
    dedupeKey: `contact-invitation:${place.contactId}:${now.toISOString()}`,
    createdAt: now,
  });
  await recordAudit(tx, {
    action: 'contact-invited',
    objectKind: 'organisation',
    objectId: place.organisationId,
  });
  return 'done';
}

/** Each in a transaction of its own, so that one that cannot be written to holds up none of the others. */
export async function inviteContacts<Id extends string>(
  context: Context,
  access: AccessContext,
  {
    organisationId,
    contactIds,
    language,
  }: { organisationId: string; contactIds: readonly Id[]; language?: Language | undefined },
): Promise<{ contactId: Id; outcome: InvitationOutcome }[]> {
  const minutes = await quickCheckMinutes(context);
  const results: { contactId: Id; outcome: InvitationOutcome }[] = [];
  for (const contactId of new Set(contactIds)) {
    const place = { organisationId, contactId, language };
    const outcome = await asStaffOf(context, access, { organisationId }, (tx) =>
      inviteOne(context, tx, place, minutes),
    );
    results.push({ contactId, outcome });
  }
  context.wakeWorker();
  return results;
}
