import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { OidcPeer } from './oidc-peer.ts';
import type { Visitor } from './visitor.ts';

async function begun(visitor: Visitor, url: string): Promise<string> {
  const reply = await visitor.post(url, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ url: string }>().url;
}

export const begunSignIn = (visitor: Visitor) => begun(visitor, '/api/sign-in/oidc-requests');
export const begunLink = (visitor: Visitor) => begun(visitor, '/api/account/oidc-requests');

export const finishSignIn = (visitor: Visitor, query: string): Promise<LightMyRequestResponse> =>
  visitor.post('/api/sign-in/oidc-sessions', { query });
export const finishLink = (visitor: Visitor, query: string): Promise<LightMyRequestResponse> =>
  visitor.post('/api/account/identities', { query });

/** Connects the subject at the provider to the account of the browser; gives the identity's id. */
export async function linked(visitor: Visitor, peer: OidcPeer, subject: string): Promise<string> {
  const reply = await finishLink(visitor, await peer.logIn(await begunLink(visitor), subject));
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ identities: { identityId: string }[] }>().identities.at(-1)?.identityId ?? '';
}

/** Signs in at the provider as the subject, and comes back to the site. */
export async function oidcSignIn(visitor: Visitor, peer: OidcPeer, subject: string): Promise<LightMyRequestResponse> {
  return finishSignIn(visitor, await peer.logIn(await begunSignIn(visitor), subject));
}
