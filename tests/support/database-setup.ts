import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { contentFolder, migrationsFolder } from '#server/folders.ts';
import { systemClock } from '#server/platform/clock.ts';
import { importContent } from '#server/platform/content/import-content.ts';
import { importOrganisations } from '#server/platform/content/import-organisations.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { prepareDatabase } from '#server/platform/database/prepare.ts';
import { stopLeftover } from '#server/platform/embedded-postgres/leftover.ts';
import { isRunning } from '#server/platform/embedded-postgres/processes.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { applicationLogin, startEmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    applicationUrl: string;
  }
}

/** Fast, since a test database need not survive the machine. Durability is proved in tests/faults. */
const testSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

const cache = path.resolve(import.meta.dirname, '../../.cache');
const prefix = 'test-database-';

/** A run that was killed leaves its database behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(cache).filter((each) => each.startsWith(prefix))) {
    if (isRunning(Number(name.split('-').at(-1)))) continue;
    await stopLeftover(path.join(cache, name, 'postgres'), () => undefined);
    rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

async function prepareTemplate(project: TestProject, postgres: EmbeddedPostgres): Promise<void> {
  const content = await loadContent(contentFolder);
  await prepareDatabase({
    adminUrl: postgres.adminUrl,
    migrations: migrationsFolder,
    applicationLogin,
    log: () => undefined,
    importContent: async (db) => {
      await importContent(db, content, { clock: systemClock, identifiers: randomIdentifiers });
      await importOrganisations(db, content, randomIdentifiers);
    },
  });
  project.provide('adminUrl', postgres.adminUrl);
  project.provide('applicationUrl', postgres.applicationUrl);
}

/** One PostgreSQL per project of tests, with one migrated template that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(cache, { recursive: true });
  await removeLeftovers();
  const folder = path.join(cache, `${prefix}${project.name}-${process.pid}`);
  const postgres = await startEmbeddedPostgres({ folder, log: () => undefined, settings: testSettings });
  const stop = async () => {
    await postgres.stop();
    rmSync(postgres.folder, { recursive: true, force: true });
  };
  await prepareTemplate(project, postgres).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return stop;
}
