import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';

/** Where people reach the site. Configured in production; on a desk it is wherever the request came to. */
export function originOf(request: FastifyRequest, config: Pick<Config, 'publicOrigin'>): string {
  return config.publicOrigin ?? `${request.protocol}://${request.host}`;
}
