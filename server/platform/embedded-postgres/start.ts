import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { chooseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { chooseFolder } from './folders.ts';
import { initialise, superuser } from './initialise.ts';
import { hasEnded, stopLeftover } from './leftover.ts';
import { takeOwnership } from './owner-lock.ts';
import { freePort, launch, waitUntilReady } from './postmaster.ts';

export const applicationLogin = 'mattstock_login';
const databaseName = 'mattstock';
const stopWithinMs = 30_000;

export type EmbeddedPostgres = {
  /** Superuser, for migrations. */
  readonly adminUrl: string;
  /** The login the server works as; a member of mattstock_app and of nothing else. */
  readonly applicationUrl: string;
  readonly folder: string;
  readonly pid: number;
  stop(): Promise<void>;
};

export type StartOptions = {
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Further `name=value` settings of PostgreSQL. */
  readonly settings?: readonly string[];
  /** A free one is found unless given. */
  readonly port?: number;
};

/** Written before the cluster is made, so that a cluster always has its password. */
function passwordOf(folder: string, name: string): string {
  const file = path.join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function urlOf(port: number, [user, secret]: readonly [string, string], database: string): string {
  return `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`;
}

/** Where the database of the folder is reached when its server listens on the port. */
export function urlsOf(folder: string, port: number): Pick<EmbeddedPostgres, 'adminUrl' | 'applicationUrl'> {
  return {
    adminUrl: urlOf(port, [superuser, passwordOf(folder, 'superuser-password')], databaseName),
    applicationUrl: urlOf(port, [applicationLogin, passwordOf(folder, 'application-password')], databaseName),
  };
}

/** The database, and a login that can do nothing until the migrations have made its role. */
async function prepareCluster(clusterUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    const { rowCount: databases } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (databases === 0) await client.query(`create database ${databaseName}`);
    const { rowCount: logins } = await client.query('select 1 from pg_roles where rolname = $1', [applicationLogin]);
    if (logins === 0) {
      const literal = client.escapeLiteral(password);
      await client.query(`create role ${applicationLogin} login noinherit nosuperuser password ${literal}`);
    }
  } finally {
    await client.end();
  }
}

async function run(options: StartOptions, folder: string, release: () => void): Promise<EmbeddedPostgres> {
  const account = chooseAccount();
  const binaries = prepareBinaries(account, folder);
  const password = passwordOf(folder, 'superuser-password');
  const dataFolder = initialise(binaries, folder, account, password);
  await stopLeftover(dataFolder, options.log);
  const port = options.port ?? (await freePort());
  const logFile = path.join(folder, 'postgres.log');
  const child = launch({ binaries, dataFolder, logFile, account, settings: options.settings ?? [] }, port);
  const clusterUrl = urlOf(port, [superuser, password], 'postgres');
  const applicationPassword = passwordOf(folder, 'application-password');
  try {
    await waitUntilReady(child, clusterUrl, logFile);
    await prepareCluster(clusterUrl, applicationPassword);
  } catch (error) {
    child.kill('SIGINT');
    throw error;
  }
  const pid = child.pid ?? 0;
  return {
    ...urlsOf(folder, port),
    folder,
    pid,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      if (!(await hasEnded(pid, stopWithinMs))) options.log(`PostgreSQL (process ${pid}) is still stopping`);
      release();
    },
  };
}

/**
 * Starts the PostgreSQL that ships with the product, in a folder of the checkout or, where its account cannot
 * work there, in a place the log names. One server at a time owns a folder.
 */
export async function startEmbeddedPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const folder = chooseFolder(options.folder, chooseAccount());
  if (folder !== path.resolve(options.folder))
    options.log(`the database cannot be kept in ${options.folder}; it is in ${folder}`);
  const release = takeOwnership(folder);
  try {
    return await run(options, folder, release);
  } catch (error) {
    release();
    throw error;
  }
}
