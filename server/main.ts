import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { ConfigError, readProcessConfig } from './config.ts';
import { deleteExpiredKeys } from './features/editing/editor-repository.ts';
import { createOperatorKey, editorLinkOf } from './features/editing/sign-in.ts';
import { clientFolder, contentFolder, migrationsFolder } from './folders.ts';
import { systemClock } from './platform/clock.ts';
import { describeImport, importContent } from './platform/content/import-content.ts';
import { loadContent } from './platform/content/load-content.ts';
import { prepareDatabase } from './platform/database/prepare.ts';
import type { EmbeddedPostgres } from './platform/embedded-postgres/start.ts';
import { applicationLogin, startEmbeddedPostgres } from './platform/embedded-postgres/start.ts';
import { randomIdentifiers } from './platform/identifier.ts';

const closeWithinMs = 20_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown): void {
  const heading = error instanceof ConfigError ? 'The configuration is wrong:\n' : '';
  process.stderr.write(`${heading}${error instanceof Error ? error.message : String(error)}\n`);
}

async function openDatabase(config: Config): Promise<{ url: string; adminUrl: string; embedded?: EmbeddedPostgres }> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, adminUrl: config.migrationDatabaseUrl ?? config.databaseUrl };
  }
  const folder = path.resolve(config.embeddedDataDir);
  const embedded = await startEmbeddedPostgres({ folder, log: say });
  return { url: embedded.applicationUrl, adminUrl: embedded.adminUrl, embedded };
}

/** One clean end for every way of being told to stop; a second signal does not wait. */
function closeOnSignal(app: FastifyInstance, embedded: EmbeddedPostgres | undefined): void {
  let isClosing = false;
  const close = async (): Promise<void> => {
    await app.close();
    await embedded?.stop();
  };
  const onSignal = (): void => {
    if (isClosing) process.exit(1);
    isClosing = true;
    setTimeout(() => process.exit(1), closeWithinMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

async function serve(config: Config, database: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  const content = await loadContent(contentFolder);
  const make = { clock: systemClock, identifiers: randomIdentifiers };
  let editorKey: string | undefined;
  await prepareDatabase({
    adminUrl: database.adminUrl,
    migrations: migrationsFolder,
    applicationLogin: database.embedded === undefined ? undefined : applicationLogin,
    log: say,
    importContent: async (db) => {
      for (const line of describeImport(await importContent(db, content, make))) say(line);
      await deleteExpiredKeys(db);
      // Until there are accounts, only whoever runs the server on its own database may let an editor in.
      if (database.embedded !== undefined) editorKey = await createOperatorKey(db, make);
    },
  });
  const app = await buildApp({ config, databaseUrl: database.url, bundle: content.bundle, clientFolder, ...make });
  closeOnSignal(app, database.embedded);
  await app.listen({ host: config.host, port: config.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const origin = config.publicOrigin ?? `http://localhost:${port}`;
  say(`\nMåttstock is ready: ${origin}`);
  if (editorKey !== undefined) say(`Edit the questionnaires (the link works once): ${editorLinkOf(origin, editorKey)}`);
  if (config.isDemo) say('Packages are proposals and the example firm is simulated. Stop with Ctrl-C.');
}

async function run(): Promise<void> {
  const config = readProcessConfig();
  const database = await openDatabase(config);
  try {
    await serve(config, database);
  } catch (error) {
    await database.embedded?.stop();
    throw error;
  }
}

try {
  await run();
} catch (error) {
  complain(error);
  process.exit(1);
}
