import { codeOf } from './database/database-faults.ts';
import { DomainError } from './domain-error.ts';

/** A fault without its message, which could hold what it was about. */
export function describeFault(error: unknown): object {
  const cause = error instanceof DomainError ? error.cause : error;
  const frames = cause instanceof Error ? (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { name: cause instanceof Error ? cause.name : typeof cause, code: codeOf(cause), frames };
}
