import type { Lock } from '#shared/domain/cohort/problem.ts';

/** A lock as one value of a list; an empty one is none. */
export function lockValue(locks: readonly Lock[], firmId: string): string {
  const lock = locks.find((each) => each.firmId === firmId);
  if (lock === undefined) return '';
  return 'editionId' in lock ? `${lock.kind} ${lock.editionId}` : lock.kind;
}

/** The locks with this one for the firm in place of what it had. */
export function withLock(locks: readonly Lock[], firmId: string, value: string): Lock[] {
  const others = locks.filter((each) => each.firmId !== firmId);
  const [kind, editionId = ''] = value.split(' ');
  if (kind === 'in' || kind === 'out') return [...others, { kind, firmId, editionId }];
  if (kind === 'somewhere' || kind === 'nowhere') return [...others, { kind, firmId }];
  return others;
}
