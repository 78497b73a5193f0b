import { forgetStored, readStored, writeStored } from '../../lib/browser-storage.ts';

const place = 'sign-in-code';

/** A code this browser has asked for and not used: to whom it went, masked, and until when it holds. */
export type PendingCode = { readonly sentTo: string; readonly until: string };

function readPending(stored: string): PendingCode | undefined {
  const [until = '', sentTo = ''] = stored.split(' ');
  return sentTo !== '' && Date.parse(until) > Date.now() ? { sentTo, until } : undefined;
}

/** It outlives a reload, and the tab: a mail's link opens another one. The address itself is not kept. */
export function readPendingCode(): PendingCode | undefined {
  const stored = readStored('local', place);
  return stored === null ? undefined : readPending(stored);
}

export function rememberPendingCode({ sentTo, until }: PendingCode): void {
  writeStored('local', place, `${until} ${sentTo}`);
}

export function forgetPendingCode(): void {
  forgetStored('local', place);
}
