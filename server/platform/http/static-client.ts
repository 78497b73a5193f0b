import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendNotFound } from './problem-details.ts';

const yearSeconds = 31_536_000;

/** Serves the built client; every address that is not the API's is a page of it. */
export async function registerStaticClient(
  app: FastifyInstance,
  folder: string,
  { opensOffline }: { opensOffline: boolean },
): Promise<void> {
  const isBuilt = existsSync(path.join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      dotfiles: 'ignore',
      setHeaders: (reply, file) => {
        const isHashed = file.includes(`${path.sep}assets${path.sep}`);
        reply.header('cache-control', isHashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      },
    });
    // Browsers ask for the worker by its name: another one in its place is how it is taken away.
    if (!opensOffline) app.get('/sw.js', (_request, reply) => reply.sendFile('no-sw.js'));
  } else {
    app.log.warn('the client is not built; only the API is served');
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = isBuilt && request.method === 'GET' && !/^[/](api|assets)[/]/.test(request.url);
    return isPage ? reply.header('cache-control', 'no-cache').sendFile('index.html') : sendNotFound(request, reply);
  });
}
