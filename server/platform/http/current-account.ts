import type { FastifyInstance } from 'fastify';
import type { Account } from '../identity/account.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, once the endpoint has found out. */
    account: Account | undefined;
  }
}

/** Gives every request its place for who is signed in. */
export function rememberAccounts(app: FastifyInstance): void {
  app.decorateRequest('account', undefined);
}
