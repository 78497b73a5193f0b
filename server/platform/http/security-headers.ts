import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const yearSeconds = 31_536_000;

/**
 * The pages behind a secret link, to one firm's result or to the questions for a colleague, and what they ask for: nobody keeps
 * them, and no search engine knows them.
 */
const isBehindSecretLink = (url: string): boolean =>
  /^[/]((api[/])?shared-results?|answer|api[/]respondent-invitations)([/?#]|$)/.test(url);

/** Strict policy of the product's own pages; the API's documentation page relaxes what it must. */
export async function registerSecurityHeaders(app: FastifyInstance, options: { isSecure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        // Gives the address of the service worker and nothing else.
        trustedTypes: ['service-worker'],
        ...(options.isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.isSecure ? { maxAge: yearSeconds, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  // As it is sent: whatever serves a page has said its own by then.
  app.addHook('onSend', async (request, reply) => {
    if (!isBehindSecretLink(request.url)) return;
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow, noarchive');
  });
}
