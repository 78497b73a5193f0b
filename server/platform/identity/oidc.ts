import * as client from 'openid-client';
import type { Language } from '#shared/domain/language.ts';
import type { Config } from '../../config.ts';
import { DomainError } from '../domain-error.ts';

/** What must come back, or prove itself, with the reply. */
export type OidcRemembered = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type OidcRequest = { readonly url: string; readonly remembered: OidcRemembered };

export type OidcSubject = { readonly issuer: string; readonly subject: string };

/** The organisation's own sign-in: the authorisation code flow with PKCE, state, nonce and a signed identity token. */
export type OidcProvider = {
  begin(origin: string, language: Language): Promise<OidcRequest>;
  /** Rejects whatever does not belong to the request that was remembered. */
  finish(origin: string, query: string, remembered: OidcRemembered): Promise<OidcSubject>;
};

const timeoutSeconds = 10;

const redirectOf = (origin: string): URL => new URL('/sign-in/return', origin);

async function discover(
  config: NonNullable<Config['oidc']>,
  isInsecureAllowed: boolean,
): Promise<client.Configuration> {
  const configuration = await client.discovery(
    new URL(config.issuer),
    config.clientId,
    { client_secret: config.clientSecret },
    undefined,
    { timeout: timeoutSeconds, execute: isInsecureAllowed ? [client.allowInsecureRequests] : [] },
  );
  // The library trusts the connection it fetched the token by; a signature is worth asking for as well.
  client.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Undefined when none is configured. What it says of itself is fetched when first needed, and again if that failed. */
export function createOidcProvider({ oidc, mode }: Pick<Config, 'oidc' | 'mode'>): OidcProvider | undefined {
  if (oidc === undefined) return undefined;
  let known: Promise<client.Configuration> | undefined;
  const configuration = async () => {
    known ??= discover(oidc, mode !== 'production');
    return known.catch((error: unknown) => {
      known = undefined;
      throw new DomainError('sign-in-refused', { cause: error });
    });
  };
  return {
    begin: async (origin, language) => {
      const verifier = client.randomPKCECodeVerifier();
      const [state, nonce] = [client.randomState(), client.randomNonce()];
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectOf(origin).href,
        scope: 'openid',
        ui_locales: language,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, remembered: { state, nonce, verifier } };
    },
    finish: async (origin, query, { state, nonce, verifier }) => {
      const returned = redirectOf(origin);
      returned.search = query;
      const tokens = await client
        .authorizationCodeGrant(await configuration(), returned, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw new DomainError('sign-in-refused', { cause: error });
        });
      const claims = tokens.claims();
      if (claims === undefined) throw new DomainError('sign-in-refused');
      return { issuer: claims.iss, subject: claims.sub };
    },
  };
}
