import { invitationDays } from '#shared/domain/campaign/invitation-limit.ts';

const dayMs = 86_400_000;

/** Invitations from then on count as those of late. */
export const sinceWhenInvited = (now: Date): Date => new Date(now.getTime() - invitationDays * dayMs);
