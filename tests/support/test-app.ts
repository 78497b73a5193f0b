import path from 'node:path';
import type { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { buildApp } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { readConfig } from '#server/config.ts';
import type { Planner } from '#server/features/planning/planner.ts';
import { contentFolder } from '#server/folders.ts';
import type { ContentBundle } from '#server/platform/content/content-bundle.ts';
import type { Content } from '#server/platform/content/load-content.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { Sealing } from '#server/platform/identity/sealing.ts';
import type { TestClock } from './test-clock.ts';
import { createTestClock } from './test-clock.ts';
import type { TestDatabase } from './test-database.ts';
import { createTestDatabase } from './test-database.ts';
import { testSealing } from './test-sealing.ts';
import { Visitor } from './visitor.ts';

export type TestApp = {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly content: Content;
  readonly clock: TestClock;
  /** The superuser's view, which no access rule limits. */
  readonly admin: pg.Pool;
  /** How many rows of a table belong to the response. */
  countRows(table: 'answer_events' | 'submissions', responseId: string): Promise<number>;
  /** A browser that has visited nothing yet. */
  newVisitor(): Visitor;
  close(): Promise<void>;
};

const noClient = path.join(import.meta.dirname, 'no-client');

export type TestParts = {
  readonly logDestination?: Writable;
  readonly clock?: TestClock;
  /** One that is prepared already; a clone of the template unless given. */
  readonly database?: TestDatabase;
  readonly sealing?: Sealing;
  readonly planner?: Planner;
  /** In place of what ships. */
  readonly bundle?: Partial<ContentBundle>;
};

export async function startTestApp(changes: Partial<Config> = {}, parts: TestParts = {}): Promise<TestApp> {
  const { logDestination, clock = createTestClock() } = parts;
  const database = parts.database ?? (await createTestDatabase());
  const content = await loadContent(contentFolder);
  const config: Config = {
    ...readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database.applicationUrl }),
    // The process of the tests has much else to do.
    eventLoopLimitMs: 600_000,
    ...changes,
  };
  const app = await buildApp({
    config,
    databaseUrl: database.applicationUrl,
    bundle: { ...content.bundle, ...parts.bundle },
    clock,
    identifiers: randomIdentifiers,
    sealing: parts.sealing ?? testSealing,
    clientFolder: noClient,
    planner: parts.planner,
    logDestination,
  });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2, options: '-c search_path=mattstock' });
  // Dropping the database cuts off a connection that is just being closed.
  admin.on('connect', (client) => client.on('error', () => undefined));
  admin.on('error', () => undefined);
  return {
    app,
    database,
    content,
    clock,
    admin,
    countRows: async (table, responseId) => {
      const { rowCount } = await admin.query(`select 1 from ${table} where response_id = $1`, [responseId]);
      return rowCount ?? 0;
    },
    newVisitor: () => new Visitor(app),
    close: async () => {
      await app.close();
      await admin.end();
      await database.drop();
    },
  };
}
