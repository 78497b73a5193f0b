import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../identifier.ts';

const plainName = 'mattstock-editor';
const secureName = `__Secure-${plainName}`;
const keyPattern = /^[A-Za-z0-9_-]{43}$/;
const cookiePath = '/api/editor';

/** SHA-256 (hex) of the editor's session key in the request's cookie; undefined when there is none. */
export function presentedEditorKey(request: FastifyRequest): string | undefined {
  // Only a page of the site itself can set the secure name; the plain one would undo that.
  const key = request.cookies[request.isSecure ? secureName : plainName];
  return key !== undefined && keyPattern.test(key) ? sha256Hex(key) : undefined;
}

export function giveEditorKey(reply: FastifyReply, cookie: { key: string; expiresAt: Date; isSecure: boolean }): void {
  reply.setCookie(cookie.isSecure ? secureName : plainName, cookie.key, {
    path: cookiePath,
    httpOnly: true,
    secure: cookie.isSecure,
    sameSite: 'strict',
    expires: cookie.expiresAt,
  });
}

export function takeEditorKey(reply: FastifyReply): void {
  // A browser heeds the clearing of a __Secure- cookie only when that is secure too.
  for (const name of [plainName, secureName])
    reply.clearCookie(name, { path: cookiePath, secure: name === secureName });
}
