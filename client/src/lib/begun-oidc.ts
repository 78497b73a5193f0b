import { forgetStored, readStored, writeStored } from './browser-storage.ts';

/** What one set out for when one left for the organisation's own sign-in. */
const purposes = ['sign-in', 'link'] as const;
type OidcPurpose = (typeof purposes)[number];

const place = 'oidc';

const isWebAddress = (address: string): boolean => ['https:', 'http:'].includes(URL.parse(address)?.protocol ?? '');

/** Leaves for the provider, and remembers in this tab what for. */
export function leaveForOidc(address: string, purpose: OidcPurpose): void {
  if (!isWebAddress(address)) throw new Error('the provider has no web address');
  writeStored('session', place, purpose);
  window.location.assign(address);
}

export function readOidcPurpose(): OidcPurpose {
  const stored = readStored('session', place);
  return purposes.find((purpose) => purpose === stored) ?? 'sign-in';
}

export function forgetOidcPurpose(): void {
  forgetStored('session', place);
}
