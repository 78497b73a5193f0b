import * as z from 'zod/mini';
import { storableTextSchema } from '../domain/answers/answer.ts';
import { languageSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { credentialSchema, oidcReplySchema, passkeyOptionsSchema } from './sign-in.ts';
import { timestampSchema } from './timestamps.ts';
import { accountSchema } from './visitor.ts';

export const passkeySchema = z.object({
  passkeyId: z.uuid(),
  name: z.string(),
  createdAt: timestampSchema,
  lastUsedAt: z.nullable(timestampSchema),
});

/** What the person can sign in with besides a code by e-mail. */
export const factorsSchema = z.object({
  authenticatorSince: z.nullable(timestampSchema),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(passkeySchema),
  identities: z.array(z.object({ identityId: z.uuid(), issuer: z.string(), createdAt: timestampSchema })),
});
export type Factors = z.infer<typeof factorsSchema>;

export const listFactors = defineEndpoint({
  name: 'listFactors',
  method: 'GET',
  path: '/api/account/factors',
  summary: 'What the person can show besides the mailbox',
  access: 'account',
  responses: { 200: factorsSchema },
});

export const showSecondFactor = defineEndpoint({
  name: 'showSecondFactor',
  method: 'POST',
  path: '/api/account/second-factor',
  summary: "Raises the session by a code of the authenticator, or one of the person's recovery codes",
  access: 'account',
  /** Six digits of the authenticator, or a recovery code as it was written down. */
  body: z.strictObject({ code: z.string().check(z.trim(), z.minLength(6), z.maxLength(40)) }),
  responses: { 200: accountSchema },
});

export const beginAuthenticator = defineEndpoint({
  name: 'beginAuthenticator',
  method: 'POST',
  path: '/api/account/authenticators',
  summary: 'A secret for an authenticator app, which counts once a code has shown that it arrived',
  access: 'account',
  isFreshSignInRequired: true,
  responses: {
    201: z.object({
      authenticatorId: z.uuid(),
      /** Base32, for those who type it. */
      secret: z.string(),
      /** `otpauth:` address, for those who scan it. */
      uri: z.string(),
    }),
  },
});

export const recoveryCodesSchema = z.object({
  account: accountSchema,
  /** Shown this once. */
  recoveryCodes: z.array(z.string()),
});

export const confirmAuthenticator = defineEndpoint({
  name: 'confirmAuthenticator',
  method: 'POST',
  path: '/api/account/authenticators/:authenticatorId/confirmation',
  summary: 'Puts the authenticator in use, in place of an earlier one, and gives recovery codes',
  access: 'account',
  isFreshSignInRequired: true,
  params: z.strictObject({ authenticatorId: z.uuid() }),
  body: z.strictObject({ code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/)) }),
  responses: { 200: recoveryCodesSchema },
});

export const removeAuthenticator = defineEndpoint({
  name: 'removeAuthenticator',
  method: 'POST',
  path: '/api/account/authenticators/removal',
  summary: 'Takes the authenticator and its recovery codes away; not the last factor of somebody who needs one',
  access: 'account',
  isFreshSignInRequired: true,
  responses: { 200: factorsSchema },
});

export const renewRecoveryCodes = defineEndpoint({
  name: 'renewRecoveryCodes',
  method: 'POST',
  path: '/api/account/recovery-codes',
  summary: 'New recovery codes, which end the earlier ones',
  access: 'account',
  isFreshSignInRequired: true,
  responses: { 201: recoveryCodesSchema },
});

export const beginPasskey = defineEndpoint({
  name: 'beginPasskey',
  method: 'POST',
  path: '/api/account/passkey-challenges',
  summary: 'What a new passkey is made from',
  access: 'account',
  isFreshSignInRequired: true,
  responses: { 201: z.object({ options: passkeyOptionsSchema }) },
});

export const addPasskey = defineEndpoint({
  name: 'addPasskey',
  method: 'POST',
  path: '/api/account/passkeys',
  summary: 'Adds the passkey to the account and raises the session',
  access: 'account',
  isFreshSignInRequired: true,
  body: z.strictObject({
    name: storableTextSchema.check(z.trim(), z.minLength(1), z.maxLength(80)),
    credential: credentialSchema,
  }),
  responses: { 201: factorsSchema },
});

export const removePasskey = defineEndpoint({
  name: 'removePasskey',
  method: 'POST',
  path: '/api/account/passkeys/:passkeyId/removal',
  summary: 'Takes a passkey away; not the last factor of somebody who needs one',
  access: 'account',
  isFreshSignInRequired: true,
  params: z.strictObject({ passkeyId: z.uuid() }),
  responses: { 200: factorsSchema },
});

export const beginPasskeyStepUp = defineEndpoint({
  name: 'beginPasskeyStepUp',
  method: 'POST',
  path: '/api/account/passkey-requests',
  summary: "What one of the person's passkeys is to sign to raise the session",
  access: 'account',
  responses: { 201: z.object({ options: passkeyOptionsSchema }) },
});

export const finishPasskeyStepUp = defineEndpoint({
  name: 'finishPasskeyStepUp',
  method: 'POST',
  path: '/api/account/passkey-proofs',
  summary: 'Raises the session by a passkey',
  access: 'account',
  body: z.strictObject({ credential: credentialSchema }),
  responses: { 200: accountSchema },
});

export const beginOidcLink = defineEndpoint({
  name: 'beginOidcLink',
  method: 'POST',
  path: '/api/account/oidc-requests',
  summary: "Where to go to connect the organisation's own provider to the account",
  access: 'account',
  isFreshSignInRequired: true,
  body: z.strictObject({ language: languageSchema }),
  responses: { 201: z.object({ url: z.string() }) },
});

export const finishOidcLink = defineEndpoint({
  name: 'finishOidcLink',
  method: 'POST',
  path: '/api/account/identities',
  summary: "Connects the provider's subject to the account, so that it can be signed in with",
  access: 'account',
  isFreshSignInRequired: true,
  body: oidcReplySchema,
  responses: { 201: factorsSchema },
});

export const removeIdentity = defineEndpoint({
  name: 'removeIdentity',
  method: 'POST',
  path: '/api/account/identities/:identityId/removal',
  summary: 'Disconnects the provider from the account',
  access: 'account',
  isFreshSignInRequired: true,
  params: z.strictObject({ identityId: z.uuid() }),
  responses: { 200: factorsSchema },
});
