import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** As RFC 6266 has it: a plain name for every program, and the real one for those that know how. */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w .()-]/g, '_').replace(/^\./, '_');
  // Half of a pair, which text of the database never holds, cannot be encoded.
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** For a file that somebody has put in: it is saved, never opened in the site, and may do nothing if it is. */
export function sendAsFile(reply: FastifyReply, { name, mediaType }: { name: string; mediaType: string }): void {
  reply
    .type(mediaType)
    .header('content-disposition', disposition(name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'no-store');
}

export function sendAsCalendar(reply: FastifyReply): void {
  reply.type('text/calendar; charset=utf-8').header('content-disposition', 'attachment; filename="mattstock.ics"');
}

/**
 * For a file that everybody may have, also pages of other sites. It is named by its content, so that whoever has it
 * already is sent nothing.
 */
export function sendPublicFile(
  reply: FastifyReply,
  { name, mediaType, bytes }: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): { status: 200 | 304; body: Buffer | string } {
  const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  reply
    .header('etag', tag)
    .header('cache-control', 'public, max-age=300')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
  const known = (reply.request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim());
  if (known.some((each) => each === tag || each === `W/${tag}` || each === '*')) return { status: 304, body: '' };
  reply.type(mediaType).header('content-disposition', disposition(name));
  return { status: 200, body: bytes };
}
