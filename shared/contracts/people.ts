import * as z from 'zod/mini';
import { placeKinds, roles } from '../domain/access/roles.ts';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { localisedTextSchema } from '../domain/language.ts';
import { invitationIdSchema, membershipIdSchema, personIdSchema } from './identifiers.ts';
import { timestampSchema } from './timestamps.ts';

/** An address as it is stored: without spaces round it, in small letters. */
export const emailSchema = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));

export const personNameSchema = storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(120));

export const roleSchema = z.enum(roles);

export const placeKindSchema = z.enum(placeKinds);

/** A firm or an organisation as the people in it are shown it. */
export const placeSchema = z.object({
  kind: placeKindSchema,
  placeId: z.uuid(),
  /** A firm may have none yet. */
  name: z.nullable(localisedTextSchema),
});
export type Place = z.infer<typeof placeSchema>;

export const memberSchema = z.object({
  membershipId: membershipIdSchema,
  personId: personIdSchema,
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  role: roleSchema,
  since: timestampSchema,
  isYou: z.boolean(),
  /** Invitations of this person that can still be taken up, and that fall when the membership ends. */
  fallingInvitationCount: z.int(),
});
export type Member = z.infer<typeof memberSchema>;

/** An invitation as those who sent it see it. */
export const sentInvitationSchema = z.object({
  invitationId: invitationIdSchema,
  email: z.string(),
  role: roleSchema,
  createdAt: timestampSchema,
  expiresAt: timestampSchema,
  /** What has become of the mail: a failure is something the sender can act on. */
  mail: z.enum(['waiting', 'sent', 'failed', 'unconfirmed']),
});
export type SentInvitation = z.infer<typeof sentInvitationSchema>;
