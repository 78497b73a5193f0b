import { confirmAuthenticator, showSecondFactor } from '#shared/contracts/second-factor.ts';

/** Apps show the six figures in groups; a recovery code is sent as it was written down. */
function withoutGaps(typed: string): string {
  const compact = typed.replaceAll(/\s/g, '');
  return /^\d+$/.test(compact) ? compact : typed;
}

/** What an authenticator shows or a recovery code, as it is sent; undefined when it can be neither. */
export function readFactorCode(typed: string): string | undefined {
  return showSecondFactor.body.safeParse({ code: withoutGaps(typed) }).data?.code;
}

/** The six figures that show that the secret has arrived in the app. */
export function readAuthenticatorCode(typed: string): string | undefined {
  return confirmAuthenticator.body.safeParse({ code: withoutGaps(typed) }).data?.code;
}

/** Four at a time: what is typed off a screen is read in groups. */
export function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
