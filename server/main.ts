import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { ConfigError, readProcessConfig } from './config.ts';
import { writeCampaignMails } from './features/campaigns/write-mails.ts';
import { expirePlacements } from './features/editions/expire-placements.ts';
import { ledgerFileIn, warnWithoutLedgerFile } from './features/erasure/ledger-file.ts';
import { tellOfNewRequests, tellOfWaitingRequests } from './features/referrals/tell-advisors.ts';
import { runWhatIfs } from './features/rules/run-what-ifs.ts';
import { loadPopulation } from './features/simulation/load-population.ts';
import { clientFolder, contentFolder, migrationsFolder } from './folders.ts';
import { anchorFileIn } from './platform/audit/anchor-file.ts';
import { type AnchorParts, warnWithoutAnchorFile, writeAnchor } from './platform/audit/write-anchor.ts';
import { systemClock } from './platform/clock.ts';
import { importDemoCampaigns } from './platform/content/demo-campaigns.ts';
import { importDemoEntries } from './platform/content/demo-entries.ts';
import { importDemoPeople } from './platform/content/demo-people.ts';
import { describeImport, importContent } from './platform/content/import-content.ts';
import { importOrganisations } from './platform/content/import-organisations.ts';
import { type Content, loadContent } from './platform/content/load-content.ts';
import { createPublishedContent } from './platform/content/published-content.ts';
import { prepareDatabase } from './platform/database/prepare.ts';
import type { Queryable } from './platform/database/query.ts';
import type { EmbeddedPostgres } from './platform/embedded-postgres/start.ts';
import { applicationLogin, startEmbeddedPostgres } from './platform/embedded-postgres/start.ts';
import { randomIdentifiers } from './platform/identifier.ts';
import { createSealing } from './platform/identity/sealing.ts';
import { keptSealingKey, passingSealingKey } from './platform/identity/sealing-key.ts';
import { chooseTransport, hasDemoMailbox } from './platform/mail/choose-transport.ts';
import type { Delivery } from './platform/mail/deliver-mail.ts';
import { createDemoMailbox } from './platform/mail/demo-mailbox.ts';
import { createDailyRetention } from './platform/retention/daily-retention.ts';
import { deliverWebhooks } from './platform/webhooks/deliver-webhooks.ts';
import { createBell } from './platform/worker/bell.ts';
import { startWorker, type Worker } from './platform/worker/start-worker.ts';

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

function sealingKeysOf(config: Config, embedded: EmbeddedPostgres | undefined): readonly string[] {
  if (config.sealingKeys !== undefined) return config.sealingKeys;
  if (embedded !== undefined) return [keptSealingKey(embedded.folder)];
  say('SEALING_KEY is not set: authenticator apps set up now stop working when the server stops');
  return [passingSealingKey()];
}

/** The embedded database's anchors and ledger lie beside it; those of another where the configuration says. */
function withFilesBeside(config: Config, embedded: EmbeddedPostgres | undefined): Config {
  if (embedded === undefined) return config;
  return {
    ...config,
    auditAnchorFile: config.auditAnchorFile ?? anchorFileIn(embedded.folder),
    erasureLedgerFile: config.erasureLedgerFile ?? ledgerFileIn(embedded.folder),
  };
}

/** The same population on every machine, as it would be today. */
const populationSeed = 1;

async function simulateFirms(db: Queryable, { bundle }: Content, firms: number): Promise<void> {
  const isMade = await loadPopulation(db, {
    world: {
      seed: populationSeed,
      now: systemClock.now(),
      municipalities: bundle.firmProfileOptions.municipalities,
      figures: bundle.populationFigures,
    },
    firms,
    hasPilot: true,
    wordings: bundle.consentWordings,
    demoPeople: bundle.demoPeople,
    identifiers: randomIdentifiers,
    onProgress: (made) => say(`simulated firms: ${made} of ${firms}`),
  });
  if (isMade) say('The firms are made up, and marked as simulated wherever they are shown.');
}

async function serve(config: Config, database: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
  const content = await loadContent(contentFolder);
  const make = { clock: systemClock, identifiers: randomIdentifiers };
  await prepareDatabase({
    adminUrl: database.adminUrl,
    migrations: migrationsFolder,
    applicationLogin: database.embedded === undefined ? undefined : applicationLogin,
    log: say,
    importContent: async (db) => {
      for (const line of describeImport(await importContent(db, content, make))) say(line);
      await importOrganisations(db, content, make.identifiers);
      if (config.hasDemoPeople) {
        await importDemoPeople(db, content.bundle.demoPeople, make.identifiers);
        await importDemoEntries(db, content.bundle.demoEntries, make);
        await importDemoCampaigns(db, content.bundle.demoCampaigns, make);
      }
      if (config.demoFirms > 0) await simulateFirms(db, content, config.demoFirms);
    },
  });
  const bell = createBell();
  const demoMailbox = hasDemoMailbox(config) ? createDemoMailbox() : undefined;
  const sealing = createSealing(sealingKeysOf(config, database.embedded));
  const app = await buildApp({
    config,
    databaseUrl: database.url,
    bundle: content.bundle,
    clientFolder,
    sealing,
    wakeWorker: bell.ring,
    demoMailbox,
    ...make,
  });
  const anchoring: AnchorParts = { ...make, config, database: { pool: app.pg.pool }, log: app.log };
  warnWithoutAnchorFile(anchoring);
  warnWithoutLedgerFile(config.erasureLedgerFile, app.log);
  let worker: Worker | undefined;
  // Before the connections to the database are closed, while nothing new comes in.
  app.addHook('preClose', async () => {
    await worker?.stop();
    await writeAnchor(anchoring);
  });
  closeOnSignal(app, database.embedded);
  await app.listen({ host: config.host, port: config.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const origin = config.publicOrigin ?? `http://localhost:${port}`;
  const delivery: Delivery = {
    ...make,
    database: { pool: app.pg.pool },
    texts: content.bundle.mailTexts,
    transport: chooseTransport(config, origin, demoMailbox),
    origin,
    log: app.log,
  };
  const retain = createDailyRetention({ ...delivery, schedule: content.bundle.retention });
  const telling = { ...delivery, bundle: content.bundle, published: createPublishedContent(delivery.database) };
  worker = startWorker({
    delivery,
    bell,
    hourly: [
      () => writeAnchor(anchoring),
      retain,
      () => tellOfWaitingRequests(telling),
      () => expirePlacements(telling),
    ],
    beside: [
      () => tellOfNewRequests(telling),
      () => writeCampaignMails(telling),
      (signal) => runWhatIfs(telling, signal),
      (signal) => deliverWebhooks({ ...delivery, sealing, post: { allowsLocal: config.allowsLocalWebhooks } }, signal),
    ],
  });
  say(`\nMåttstock is ready: ${origin}`);
  if (config.isDemo) say('Packages are proposals and the example firm is simulated. Stop with Ctrl-C.');
}

async function run(): Promise<void> {
  const config = readProcessConfig();
  const database = await openDatabase(config);
  try {
    await serve(withFilesBeside(config, database.embedded), database);
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
