import { codeOf } from './database/database-faults.ts';

export type DescribedCause = { readonly name: string; readonly code: string };

const mostCauses = 5;

/** A fault and what is behind it, one after the other, without the messages: they may hold what it was about. */
export function describeCauses(error: unknown): DescribedCause[] {
  const causes: DescribedCause[] = [];
  for (
    let at = error;
    at !== undefined && causes.length < mostCauses;
    at = at instanceof Error ? at.cause : undefined
  ) {
    causes.push({ name: at instanceof Error ? at.name : typeof at, code: codeOf(at) });
  }
  return causes;
}
