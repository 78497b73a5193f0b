import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../identifier.ts';

const keyPattern = /^[A-Za-z0-9_-]{43}$/;

export type OwnCookie = {
  /** The secret in the request's cookie; undefined when there is none. */
  read(request: FastifyRequest): string | undefined;
  /** The same as the database knows it: SHA-256 (hex). */
  readKey(request: FastifyRequest): string | undefined;
  give(reply: FastifyReply, cookie: { secret: string; expiresAt: Date }): void;
  take(reply: FastifyReply): void;
};

/**
 * A cookie for the whole site that holds one secret and that no page can read. By https it has the `__Host-` name,
 * which only this very host can set; the plain name of a desk is not accepted there.
 */
export function ownCookie(name: string): OwnCookie {
  const nameFor = (request: FastifyRequest) => (request.isSecure ? `__Host-${name}` : name);
  const options = (request: FastifyRequest) =>
    ({ path: '/', httpOnly: true, secure: request.isSecure, sameSite: 'strict' }) as const;
  const read = (request: FastifyRequest) => {
    const secret = request.cookies[nameFor(request)];
    return secret !== undefined && keyPattern.test(secret) ? secret : undefined;
  };
  return {
    read,
    readKey: (request) => {
      const secret = read(request);
      return secret === undefined ? undefined : sha256Hex(secret);
    },
    give: (reply, { secret, expiresAt }) => {
      reply.setCookie(nameFor(reply.request), secret, { ...options(reply.request), expires: expiresAt });
    },
    take: (reply) => {
      reply.clearCookie(nameFor(reply.request), options(reply.request));
    },
  };
}

/** Whose session it is. */
export const sessionCookie = ownCookie('mattstock-session');
/** Which browser asked to be let in, while it waits for the answer. */
export const browserCookie = ownCookie('mattstock-browser');
