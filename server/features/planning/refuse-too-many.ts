import { mostFirms } from '#shared/domain/cohort/problem.ts';
import { DomainError } from '../../platform/domain-error.ts';

/** More firms than a plan can be made for; fewer editions need fewer. */
export function refuseTooMany<T extends { readonly firms: readonly unknown[] }>(candidates: T): T {
  if (candidates.firms.length > mostFirms) throw new DomainError('too-many-firms');
  return candidates;
}
