import { needsSecondFactor, type Role } from './roles.ts';

export type SessionLimits = {
  /** Minutes without a request after which the session ends. */
  readonly idleMinutes: number;
  /** Hours after sign-in at which it ends in any case. */
  readonly longestHours: number;
};

const staff: SessionLimits = { idleMinutes: 30, longestHours: 12 };
const firms: SessionLimits = { idleMinutes: 8 * 60, longestHours: 7 * 24 };

/**
 * The limits of a session by the roles of the person: the strictest that any of them asks for (ASVS 5.0, 7.3.1 and
 * 7.3.2). Somebody without a role has the limits of a firm.
 */
export function sessionLimitsOf(held: readonly Role[]): SessionLimits {
  return held.some(needsSecondFactor) ? staff : firms;
}

/** Minutes after proving who one is within which factors, address and identities may be changed (ASVS 5.0, 7.5.1). */
export const freshMinutes = 10;
