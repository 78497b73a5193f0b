import { Secret, TOTP } from 'otpauth';

const issuer = 'Måttstock';
const periodSeconds = 30;
/** Steps before and after now whose code is taken too, since the clocks of telephones differ. */
const window = 1;

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: periodSeconds });
}

/** A secret for an authenticator app (RFC 6238), as text to type and as an address to scan. */
export function newAuthenticatorSecret(label: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(secret, label).toString() };
}

/** The time step whose code it is; undefined when it is none of now. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(Secret.fromBase32(secret), '').validate({ token: code, timestamp, window });
  return delta === null ? undefined : TOTP.counter({ period: periodSeconds, timestamp }) + delta;
}
