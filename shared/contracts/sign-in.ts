import * as z from 'zod/mini';
import { languageSchema, localisedTextSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { emailSchema } from './people.ts';
import { timestampSchema } from './timestamps.ts';
import { accountSchema } from './visitor.ts';

/** What stands in the mail, however it is typed: spaces and hyphens do not count, nor do small letters. */
export const signInCodeSchema = z.string().check(
  z.trim(),
  z.maxLength(40),
  z.overwrite((text) => text.toUpperCase().replaceAll(/[\s-]/g, '')),
  z.regex(/^[0-9A-Z]{8}$/),
);

/** What a browser's own interface for passkeys takes. */
export const passkeyOptionsSchema = z.record(z.string(), z.unknown());

/** What it gives back; all but the identifier is for the library on the server to judge. */
export const credentialSchema = z.looseObject({ id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,1400}$/)) });

export const getSignInMethods = defineEndpoint({
  name: 'getSignInMethods',
  method: 'GET',
  path: '/api/sign-in/methods',
  summary: 'The ways of signing in that this site offers besides a code by e-mail',
  access: 'public',
  responses: {
    200: z.object({
      /** Name of the organisation's own sign-in; null when the site has none. */
      oidc: z.nullable(localisedTextSchema),
      /** The demo's people may be signed in as. Never on a real site. */
      hasDemoPeople: z.boolean(),
    }),
  },
});

export const requestSignInCode = defineEndpoint({
  name: 'requestSignInCode',
  method: 'POST',
  path: '/api/sign-in/codes',
  summary: 'Sends a code to the address, known or not; only this browser can use it',
  access: 'public',
  body: z.strictObject({ email: emailSchema, language: languageSchema }),
  responses: { 202: z.object({ expiresAt: timestampSchema }) },
});

export const redeemSignInCode = defineEndpoint({
  name: 'redeemSignInCode',
  method: 'POST',
  path: '/api/sign-in/code-sessions',
  summary: 'Opens a session for the holder of the address that the code was sent to',
  access: 'public',
  body: z.strictObject({ code: signInCodeSchema }),
  responses: { 201: accountSchema },
});

export const beginPasskeySignIn = defineEndpoint({
  name: 'beginPasskeySignIn',
  method: 'POST',
  path: '/api/sign-in/passkey-challenges',
  summary: 'What a passkey of this site is to sign',
  access: 'public',
  responses: { 201: z.object({ options: passkeyOptionsSchema }) },
});

export const finishPasskeySignIn = defineEndpoint({
  name: 'finishPasskeySignIn',
  method: 'POST',
  path: '/api/sign-in/passkey-sessions',
  summary: 'Opens a session for the person the passkey belongs to',
  access: 'public',
  body: z.strictObject({ credential: credentialSchema }),
  responses: { 201: accountSchema },
});

export const beginOidcSignIn = defineEndpoint({
  name: 'beginOidcSignIn',
  method: 'POST',
  path: '/api/sign-in/oidc-requests',
  summary: "Where to go to sign in with the organisation's own provider",
  access: 'public',
  body: z.strictObject({ language: languageSchema }),
  responses: { 201: z.object({ url: z.string() }) },
});

/** What the provider sends back to the page, as it stands in the address. */
export const oidcReplySchema = z.strictObject({ query: z.string().check(z.maxLength(4000)) });

export const finishOidcSignIn = defineEndpoint({
  name: 'finishOidcSignIn',
  method: 'POST',
  path: '/api/sign-in/oidc-sessions',
  summary: "Opens a session for the person to whom the provider's subject is connected",
  access: 'public',
  body: oidcReplySchema,
  responses: { 201: accountSchema },
});
