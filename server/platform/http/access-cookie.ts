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

type KeyCookie = { responseId: string; isSecure: boolean };

const nameFor = ({ isSecure }: KeyCookie) => (isSecure ? secureName : plainName);

const optionsFor = ({ responseId, isSecure }: KeyCookie) =>
  ({ path: `/api/responses/${responseId}`, httpOnly: true, secure: isSecure, sameSite: 'strict' }) as const;

/**
 * Hands the browser the key of one response. The cookie's path is that response, so that a browser
 * can hold several and each request carries only its own.
 */
export function giveAccessKey(reply: FastifyReply, cookie: KeyCookie & { key: string; expiresAt: Date }): void {
  reply.setCookie(nameFor(cookie), cookie.key, { ...optionsFor(cookie), expires: cookie.expiresAt });
}

/** Lets the browser forget the key of one response. */
export function takeAccessKey(reply: FastifyReply, cookie: KeyCookie): void {
  reply.clearCookie(nameFor(cookie), optionsFor(cookie));
}
