import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { Queryable } from '../../platform/database/query.ts';
import type { Seat } from './invitation-repository.ts';
import {
  findCoordination,
  findSeatedMembership,
  listSeatInvitations,
  updateInvitationMailToWaiting,
} from './invitation-repository.ts';
import { invite } from './invite.ts';
import { lockOrganisation } from './organisation-repository.ts';

/** Who invites where no account does, as the mail names it. */
const operatorName = 'Måttstock';

export type InvitationOutcome = 'invited' | 'invited-before' | 'administrator-already';

/**
 * For whoever runs the site, as the owner of the tables. Doing it again invites nobody twice; it only sends a mail
 * again that had failed.
 */
export async function inviteAdministrator(
  parts: Pick<Context, 'clock' | 'identifiers'>,
  db: Queryable,
  { email, language }: { email: string; language: Language },
): Promise<InvitationOutcome> {
  const coordination = await findCoordination(db);
  if (coordination === undefined) throw new Error('there are no organisations yet; start the server once first');
  const { organisationId, name } = coordination;
  const seat: Seat = { organisationId, email, role: 'administrator' };
  await lockOrganisation(db, organisationId);
  if ((await findSeatedMembership(db, seat)) !== undefined) return 'administrator-already';
  const now = parts.clock.now();
  const [standing] = await listSeatInvitations(db, seat, now);
  if (standing !== undefined) {
    await updateInvitationMailToWaiting(db, standing.invitationId, now);
    return 'invited-before';
  }
  const inviter = { personId: null, name: operatorName };
  await invite(parts, db, { seat, organisation: { kind: 'coordination', name }, language, inviter });
  return 'invited';
}
