import * as z from 'zod/mini';
import { languageSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { invitationIdSchema, membershipIdSchema, personIdSchema } from './identifiers.ts';
import { placeSchema, roleSchema } from './people.ts';
import { timestampSchema } from './timestamps.ts';

/* Every page asks who is there, so this is apart from what only the pages of the account need. */

/** Who is signed in, and what that opens. */
export const accountSchema = z.object({
  personId: personIdSchema,
  email: z.string(),
  name: z.nullable(z.string()),
  language: languageSchema,
  memberships: z.array(
    z.object({ membershipId: membershipIdSchema, role: roleSchema, place: placeSchema, since: timestampSchema }),
  ),
  /** Tickets for the address of the account that nobody has taken up. */
  invitations: z.array(
    z.object({
      invitationId: invitationIdSchema,
      role: roleSchema,
      place: placeSchema,
      inviterName: z.nullable(z.string()),
      expiresAt: timestampSchema,
    }),
  ),
  /** Places that the address was invited to by a ticket that does not hold any longer, for a while. */
  endedInvitations: z.array(placeSchema),
  /** Places that are closed at present, so that the person's roles in them open nothing. */
  closedPlaces: z.array(placeSchema),
  secondFactor: z.object({
    /** This session has shown one. */
    isShown: z.boolean(),
    /** One of the roles takes one. */
    isNeeded: z.boolean(),
    hasAuthenticator: z.boolean(),
    hasPasskey: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  /** Shown who one is within the last minutes: what changes of sign-in ask for. */
  isFresh: z.boolean(),
  sessionEndsAt: timestampSchema,
});
export type AccountDocument = z.infer<typeof accountSchema>;

/** Public, so that a page can ask without an error when nobody is signed in. */
export const getVisitor = defineEndpoint({
  name: 'getVisitor',
  method: 'GET',
  path: '/api/visitor',
  summary: 'Who is signed in in this browser; null when nobody is',
  access: 'public',
  responses: { 200: z.object({ account: z.nullable(accountSchema) }) },
});
