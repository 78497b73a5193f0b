import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { type Flaws, SoftPasskey } from './soft-passkey.ts';
import type { Visitor } from './visitor.ts';

export const siteOrigin = 'http://localhost:3000';

export type Options = Readonly<Record<string, unknown>>;

async function begun(visitor: Visitor, url: string): Promise<Options> {
  const reply = await visitor.post(url);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ options: Options }>().options;
}

export const offered = (visitor: Visitor) => begun(visitor, '/api/account/passkey-challenges');
export const askedToSignIn = (visitor: Visitor) => begun(visitor, '/api/sign-in/passkey-challenges');
export const askedToStepUp = (visitor: Visitor) => begun(visitor, '/api/account/passkey-requests');

export const sendNew = (visitor: Visitor, credential: object, name = 'Telefonen'): Promise<LightMyRequestResponse> =>
  visitor.post('/api/account/passkeys', { name, credential });
export const sendSignIn = (visitor: Visitor, credential: object) =>
  visitor.post('/api/sign-in/passkey-sessions', { credential });
export const sendStepUp = (visitor: Visitor, credential: object) =>
  visitor.post('/api/account/passkey-proofs', { credential });

/** A passkey added to the account of the browser; the id is the product's own. */
export async function addedPasskey(visitor: Visitor): Promise<{ passkey: SoftPasskey; passkeyId: string }> {
  const passkey = new SoftPasskey();
  const reply = await sendNew(visitor, passkey.register(await offered(visitor), siteOrigin));
  expect(reply.statusCode, reply.body).toBe(201);
  const { passkeys } = reply.json<{ passkeys: { passkeyId: string }[] }>();
  return { passkey, passkeyId: passkeys.at(-1)?.passkeyId ?? '' };
}

/** Signs in by the passkey in the browser, with something wrong if that is asked for. */
export async function passkeySignIn(
  visitor: Visitor,
  passkey: SoftPasskey,
  flaws: Flaws = {},
): Promise<LightMyRequestResponse> {
  return sendSignIn(visitor, passkey.authenticate(await askedToSignIn(visitor), siteOrigin, flaws));
}

export async function passkeyStepUp(
  visitor: Visitor,
  passkey: SoftPasskey,
  flaws: Flaws = {},
): Promise<LightMyRequestResponse> {
  return sendStepUp(visitor, passkey.authenticate(await askedToStepUp(visitor), siteOrigin, flaws));
}
