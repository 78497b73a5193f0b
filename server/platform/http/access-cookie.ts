import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../identifier.ts';

const plainName = 'mattstock-response';
const secureName = `__Secure-${plainName}`;
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/** SHA-256 (hex) of the access key in the request's cookie; undefined when there is none. */
export function presentedAccessKey(request: FastifyRequest): string | undefined {
  // Only a page of the site itself can set the secure name; the plain one would undo that.
  const key = request.cookies[request.isSecure ? secureName : plainName];
  return key !== undefined && keyPattern.test(key) ? sha256Hex(key) : undefined;
}

/**
 * Hands the browser the key of one response. The cookie's path is that response, so that a browser
 * can hold several and each request carries only its own.
 */
export function giveAccessKey(
  reply: FastifyReply,
  cookie: { responseId: string; key: string; expiresAt: Date; isSecure: boolean },
): void {
  reply.setCookie(cookie.isSecure ? secureName : plainName, cookie.key, {
    path: `/api/responses/${cookie.responseId}`,
    httpOnly: true,
    secure: cookie.isSecure,
    sameSite: 'strict',
    expires: cookie.expiresAt,
  });
}
