import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';

type Site = Pick<Config, 'publicOrigin'>;

declare module 'fastify' {
  interface FastifyRequest {
    /** People reach the site by https, so that its cookies are secure ones. */
    readonly isSecure: boolean;
  }
}

/** Where people reach the site. Configured in production; on a desk it is wherever the request came to. */
export function originOf(request: FastifyRequest, config: Site): string {
  return config.publicOrigin ?? `${request.protocol}://${request.host}`;
}

/** Lets every request say whether it is secure, by the one rule that also decides how cookies are set. */
export function markSecureRequests(app: FastifyInstance, config: Site): void {
  app.decorateRequest('isSecure', {
    getter() {
      return originOf(this, config).startsWith('https:');
    },
  });
}
