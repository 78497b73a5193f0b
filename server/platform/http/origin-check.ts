import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function isOwnOrigin(request: FastifyRequest, publicOrigin: string | undefined): boolean {
  const { origin } = request.headers;
  // Browsers always send Origin with a write; a program without one has no cookie to be misused.
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined;
  if (publicOrigin !== undefined) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** Refuses writes that another site's page sends with the visitor's cookies. */
export function guardOrigins(app: FastifyInstance, publicOrigin: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    if (!readingMethods.has(request.method) && !isOwnOrigin(request, publicOrigin)) {
      throw new DomainError('origin-refused');
    }
  });
}
