import { DomainError } from '../../platform/domain-error.ts';

/** Nobody decides on what is their own, or their firm's, whose answers they know. */
export function refuseOwn({ isOwn }: { isOwn: boolean }): void {
  if (!isOwn) return;
  throw new DomainError('invalid-request', { fields: [{ path: 'params/erasureRequestId', code: 'own-request' }] });
}
