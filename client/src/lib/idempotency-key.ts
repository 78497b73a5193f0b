const prefix = 'mattstock.request.';

/**
 * The key of an action that must take effect once. It stays the same until the action is acknowledged, also over
 * a reload, so that trying again is never doing again.
 */
export function idempotencyKeyOf(action: string): string {
  const fresh = crypto.randomUUID();
  try {
    const known = sessionStorage.getItem(prefix + action);
    if (known !== null) return known;
    sessionStorage.setItem(prefix + action, fresh);
  } catch {
    // Without storage the key lasts for this attempt; the server still refuses to do it twice.
  }
  return fresh;
}

export function forgetIdempotencyKey(action: string): void {
  try {
    sessionStorage.removeItem(prefix + action);
  } catch {
    // Nothing was kept.
  }
}
