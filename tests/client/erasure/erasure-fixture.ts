import type * as z from 'zod/mini';
import {
  type ErasureCase,
  type ErasureRequestDocument,
  erasureCaseSchema,
  erasureRequestSchema,
} from '#shared/contracts/erasure.ts';
import { type AccountDocument, accountSchema } from '#shared/contracts/visitor.ts';

export const at = '2026-02-03T13:32:00.000Z';
export const due = '2026-03-03T13:32:00.000Z';
const uuid = (number: number) => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const firmId = uuid(99);

type RequestInput = z.input<typeof erasureRequestSchema>;

const requestInput = (number: number, changes: Partial<RequestInput>): RequestInput => ({
  erasureRequestId: uuid(number),
  scope: 'person',
  status: 'received',
  receivedAt: at,
  dueAt: due,
  decision: null,
  carriedOutAt: null,
  ...changes,
});

export const requestOf = (number: number, changes: Partial<RequestInput> = {}): ErasureRequestDocument =>
  erasureRequestSchema.parse(requestInput(number, changes));

export const decisionOf = (
  decision: 'granted' | 'partly-granted' | 'refused',
): NonNullable<ErasureRequestDocument['decision']> => ({
  decision,
  basis: decision === 'granted' ? 'no-longer-needed' : 'archive-law',
  text: 'Så här har vi resonerat.',
  decidedAt: at,
});

export function caseOf(number: number, changes: Partial<z.input<typeof erasureCaseSchema>> = {}): ErasureCase {
  return erasureCaseSchema.parse({
    ...requestInput(number, {}),
    isOverdue: false,
    isOwn: false,
    mail: null,
    subject: {
      personName: `Kim Berg ${number}`,
      personEmail: `kim${number}@exempel.se`,
      firmName: changes.scope === 'firm' ? 'Smedjan AB' : null,
      organisationNumber: changes.scope === 'firm' ? '5560360793' : null,
      submittedCount: 2,
      openCount: 1,
      memberCount: 3,
      consentCount: 4,
      contactCount: 0,
    },
    ...changes,
  });
}

export const account: AccountDocument = accountSchema.parse({
  personId: uuid(1),
  email: 'kim@exempel.se',
  name: 'Kim Berg',
  language: 'sv',
  memberships: [
    {
      membershipId: uuid(2),
      role: 'owner',
      place: { kind: 'firm', placeId: firmId, name: { sv: 'Smedjan AB', en: 'Smedjan AB' } },
      since: at,
    },
  ],
  invitations: [],
  endedInvitations: [],
  closedPlaces: [],
  secondFactor: { isShown: true, isNeeded: false, hasAuthenticator: true, hasPasskey: false, recoveryCodesLeft: 8 },
  isFresh: false,
  sessionEndsAt: due,
});
