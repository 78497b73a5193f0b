import { forgetStored, readStored, writeStored } from './browser-storage.ts';

const placeOf = (action: string): string => `request.${action}`;

/**
 * The key of an action that must take effect once. It stays the same until the action is acknowledged, also over
 * a reload, so that trying again is never doing again. Without storage it lasts for one attempt; the server still
 * refuses to do it twice.
 */
export function idempotencyKeyOf(action: string): string {
  const known = readStored('session', placeOf(action));
  if (known !== null) return known;
  const fresh = crypto.randomUUID();
  writeStored('session', placeOf(action), fresh);
  return fresh;
}

export function forgetIdempotencyKey(action: string): void {
  forgetStored('session', placeOf(action));
}
