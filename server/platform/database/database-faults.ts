import type { ProblemCode } from '#shared/contracts/problem.ts';
import { DomainError } from '../domain-error.ts';

const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** The database is away, full, or has no connection to give. Classes 08, 53 and 57P of PostgreSQL's error codes. */
const unavailableStates = /^(08|53|57P)/;
/** A statement was cut off, which is what waiting too long for somebody else's lock ends in. */
const queryCanceled = '57014';
const lockNotAvailable = '55P03';
const unavailableCodes = new Set([
  queryCanceled,
  lockNotAvailable,
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
]);
const unavailableMessages =
  /connection terminated|timeout exceeded when trying to connect|connection error|not queryable/i;

/** PostgreSQL's or the system's code of a fault; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function isRetriableFault(error: unknown): boolean {
  const code = codeOf(error);
  return code === serializationFailure || code === deadlockDetected;
}

export function isUnavailable(error: unknown): boolean {
  if (error instanceof DomainError) return false;
  const code = codeOf(error);
  if (unavailableStates.test(code) || unavailableCodes.has(code)) return true;
  return error instanceof Error && unavailableMessages.test(error.message);
}

/** The name of the constraint that was violated; empty when it was none. */
export const constraintOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error ? String(error.constraint) : '';

/** Gives a violated constraint the name the product has for it; every other fault passes unchanged. */
export function translateConstraint(codes: Readonly<Record<string, ProblemCode>>): (error: unknown) => never {
  return (error) => {
    const code = codes[constraintOf(error)];
    throw code === undefined ? error : new DomainError(code, { cause: error });
  };
}

/** Where PostgreSQL refuses a row by a policy; a right that is missing altogether is refused elsewhere. */
const policyCheck = 'ExecWithCheckOptions';

/** What the policies refuse does not exist, for who asked; every other fault passes unchanged. */
export function hideRefusal(error: unknown): never {
  const isRefusal = error instanceof Error && 'routine' in error && error.routine === policyCheck;
  throw isRefusal ? new DomainError('not-found', { cause: error }) : error;
}
