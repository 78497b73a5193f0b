import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyRow } from './passkey-repository.ts';

const siteName = 'Måttstock';

/** A credential as the browser sent it: unknown until the library has looked at it. */
export type UntrustedCredential = { readonly id: string; readonly [part: string]: unknown };

type Options = { readonly options: Record<string, unknown>; readonly challenge: string };

const relyingParty = (origin: string): string => new URL(origin).hostname;

/** What a passkey of anybody is to sign, with the person shown to it by finger, face or PIN. */
export async function askForPasskey(origin: string, allowed: readonly PasskeyRow[] = []): Promise<Options> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(origin),
    userVerification: 'required',
    allowCredentials: allowed.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as AuthenticatorTransport[],
    })),
  });
  return { options: { ...options }, challenge: options.challenge };
}

/** What a new passkey of the person is made from. */
export async function offerPasskey(
  origin: string,
  person: { personId: string; email: string; name: string | null },
  existing: readonly PasskeyRow[],
): Promise<Options> {
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: relyingParty(origin),
    userID: new TextEncoder().encode(person.personId),
    userName: person.email,
    userDisplayName: person.name ?? person.email,
    attestationType: 'none',
    excludeCredentials: existing.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options: { ...options }, challenge: options.challenge };
}

/** The new counter when the passkey signed the challenge for this site; undefined for anything else. */
export async function checkPasskey(
  origin: string,
  credential: UntrustedCredential,
  expected: { challenge: string; passkey: PasskeyRow },
): Promise<number | undefined> {
  const { credentialId, publicKey, signatureCounter } = expected.passkey;
  const checked = await verifyAuthenticationResponse({
    response: credential as unknown as AuthenticationResponseJSON,
    expectedChallenge: expected.challenge,
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin),
    requireUserVerification: true,
    credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter: signatureCounter },
    // Whatever the browser sent that is not of the right form is not accepted either.
  }).catch(() => undefined);
  return checked?.verified === true ? checked.authenticationInfo.newCounter : undefined;
}

export type NewPasskey = Pick<PasskeyRow, 'credentialId' | 'signatureCounter' | 'transports'> & {
  readonly publicKey: Uint8Array;
};

/** The passkey that was made from the challenge for this site; undefined for anything else. */
export async function checkNewPasskey(
  origin: string,
  credential: UntrustedCredential,
  challenge: string,
): Promise<NewPasskey | undefined> {
  const checked = await verifyRegistrationResponse({
    response: credential as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (checked?.verified !== true) return undefined;
  const { id, publicKey, counter, transports } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey, signatureCounter: counter, transports: [...(transports ?? [])] };
}
