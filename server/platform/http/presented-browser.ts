import type { FastifyReply } from 'fastify';
import type { Context } from '../context.ts';
import { browserCookie } from './own-cookie.ts';

const waitMs = 15 * 60_000;

/** The secret by which this browser is known while it waits for an answer; it is given one if it has none. */
export function presentedBrowser(context: Context, reply: FastifyReply): string {
  const secret = browserCookie.read(reply.request) ?? context.identifiers.newSecret();
  browserCookie.give(reply, { secret, expiresAt: new Date(context.clock.now().getTime() + waitMs) });
  return secret;
}
