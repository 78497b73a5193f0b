import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { Queryable } from '../../platform/database/query.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import type { Seat } from './invitation-repository.ts';
import { countInvitations, insertInvitation } from './invitation-repository.ts';

const validDays = 30;
const dayMs = 24 * 60 * 60 * 1000;
/** What may be sent in 24 hours: into one organisation, and to one address there, whose holder did not ask for it. */
const mostADay = 300;
const mostADayToAddress = 5;

export type Invite = {
  readonly seat: Seat;
  readonly organisation: { readonly kind: string; readonly name: LocalisedText };
  readonly language: Language;
  readonly inviter: { readonly personId: string | null; readonly name: string };
};

/** The ticket, its mail, and what the log says of it. */
export async function invite(
  { clock, identifiers }: Pick<Context, 'clock' | 'identifiers'>,
  db: Queryable,
  { seat, organisation, language, inviter }: Invite,
): Promise<void> {
  const invitationId = identifiers.newId();
  const createdAt = clock.now();
  // Whoever runs the site must get in even when somebody has used up the day.
  if (inviter.personId !== null) await refuseTooMany(db, seat, createdAt);
  await insertInvitation(db, {
    ...seat,
    invitationId,
    organisationKind: organisation.kind,
    language,
    invitedBy: inviter.personId,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + validDays * dayMs),
  });
  await insertMail(db, {
    mailId: identifiers.newId(),
    kind: 'organisation-invitation',
    recipient: seat.email,
    language,
    facts: {
      inviterName: inviter.name,
      placeNameSv: organisation.name.sv,
      placeNameEn: organisation.name.en,
      role: seat.role,
      invitationId,
    },
    dedupeKey: `invitation:${invitationId}`,
    createdAt,
  });
  await recordAudit(db, {
    action: 'invitation-sent',
    objectKind: 'invitation',
    objectId: invitationId,
    detail: { organisationId: seat.organisationId, role: seat.role, isByOperator: inviter.personId === null },
  });
}

async function refuseTooMany(db: Queryable, seat: Seat, now: Date): Promise<void> {
  const { sent, sentToAddress } = await countInvitations(db, seat, new Date(now.getTime() - dayMs));
  if (sent >= mostADay || sentToAddress >= mostADayToAddress) throw new DomainError('too-many-requests');
}
