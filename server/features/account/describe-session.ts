import type * as z from 'zod/mini';
import type { sessionSchema } from '#shared/contracts/account.ts';
import type { SessionRow } from './session-repository.ts';

export type SessionBody = z.input<typeof sessionSchema>;

export function describeSession(row: SessionRow): SessionBody {
  const { sessionId, device, method, hasSecondFactor, isThisOne } = row;
  return {
    sessionId,
    device,
    method,
    hasSecondFactor,
    startedAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    endsAt: row.expiresAt.toISOString(),
    isThisOne,
  };
}
