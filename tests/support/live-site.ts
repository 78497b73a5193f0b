import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { buildApp } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { readConfig } from '#server/config.ts';
import { clientFolder, contentFolder } from '#server/folders.ts';
import { type Clock, systemClock } from '#server/platform/clock.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { createTestDatabase } from './test-database.ts';
import { testSealing } from './test-sealing.ts';
import { Visitor } from './visitor.ts';

export type LiveSite = {
  readonly origin: string;
  readonly databaseUrl: string;
  readonly admin: pg.Pool;
  newVisitor(): Visitor;
  close(): Promise<void>;
};

/** The whole product on a port: the built client, or a copy of it, the real server, a database of its own. */
export async function openSite(
  changes: Partial<Config> = {},
  client = clientFolder,
  clock: Clock = systemClock,
): Promise<LiveSite> {
  if (!existsSync(path.join(clientFolder, 'index.html'))) throw new Error('build the client first: npm run build');
  const database = await createTestDatabase();
  const { bundle } = await loadContent(contentFolder);
  const config: Config = {
    ...readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database.applicationUrl }),
    // The process of the tests has much else to do.
    eventLoopLimitMs: 600_000,
    rateLimitPerMinute: 100_000,
    ...changes,
  };
  const app = await buildApp({
    config,
    databaseUrl: database.applicationUrl,
    bundle,
    clock,
    identifiers: randomIdentifiers,
    sealing: testSealing,
    clientFolder: client,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const origin = address.replace('127.0.0.1', 'localhost');
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 1, options: '-c search_path=mattstock' });
  return {
    origin,
    databaseUrl: database.adminUrl,
    admin,
    newVisitor: () => new Visitor(app),
    close: async () => {
      await app.close();
      await admin.end();
      await database.drop();
    },
  };
}
