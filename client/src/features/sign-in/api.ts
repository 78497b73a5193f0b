import * as contract from '#shared/contracts/sign-in.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { Language } from '#shared/domain/language.ts';
import { leaveForOidc } from '../../lib/begun-oidc.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { askForPasskey } from '../../lib/passkey.ts';

export const fetchMethods = () => callEndpoint(contract.getSignInMethods, {});
export type SignInMethods = Awaited<ReturnType<typeof fetchMethods>>;

export const sendCodeRequest = (email: string, language: Language) =>
  callEndpoint(contract.requestSignInCode, { body: { email, language } });

export const sendCode = (code: string): Promise<AccountDocument> =>
  callEndpoint(contract.redeemSignInCode, { body: { code } });

/** The whole of it: what to sign, the browser's own question, and the session. */
export async function signInWithPasskey(): Promise<AccountDocument> {
  const { options } = await callEndpoint(contract.beginPasskeySignIn, {});
  return callEndpoint(contract.finishPasskeySignIn, { body: { credential: await askForPasskey(options) } });
}

export async function leaveForSignIn(language: Language): Promise<void> {
  const { url } = await callEndpoint(contract.beginOidcSignIn, { body: { language } });
  leaveForOidc(url, 'sign-in');
}

export const sendOidcReply = (query: string): Promise<AccountDocument> =>
  callEndpoint(contract.finishOidcSignIn, { body: { query } });
