import { type Environment, environmentSchema } from './environment.ts';

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: { readonly sv: string; readonly en: string };
};

export type MailConfig = {
  /** The mail server, with the site's name and password there, percent-encoded. */
  readonly url: string;
  /** What the mail is from. */
  readonly from: string;
};

export type Config = {
  readonly mode: Environment['NODE_ENV'];
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string | undefined;
  /** Undefined: the embedded database is started. */
  readonly databaseUrl: string | undefined;
  readonly migrationDatabaseUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly embeddedDataDir: string;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly trustedProxies: readonly string[];
  /** Whether browsers get the service worker, or the one that takes it away. */
  readonly opensOffline: boolean;
  readonly isDemo: boolean;
  /** The demo's people may be signed in as: on the embedded database in demo mode, and nowhere else. */
  readonly hasDemoPeople: boolean;
  /** A webhook may lead to this machine: on the embedded database, out of production. */
  readonly allowsLocalWebhooks: boolean;
  /** How many simulated firms the demo begins with; none where it has no people. */
  readonly demoFirms: number;
  /** The newest first. Undefined: made, and on the embedded database kept, by whoever starts the server. */
  readonly sealingKeys: readonly string[] | undefined;
  /** Undefined: no mail leaves the site. */
  readonly mail: MailConfig | undefined;
  /** The organisation's own provider of sign-in. */
  readonly oidc: OidcConfig | undefined;
  /** Where the newest event of the audit log is noted; undefined: beside the embedded database, or nowhere. */
  readonly auditAnchorFile: string | undefined;
  /** Where erasures are noted that were carried out; undefined: beside the embedded database, or nowhere. */
  readonly erasureLedgerFile: string | undefined;
  readonly rateLimitPerMinute: number;
  /** A process that is held up for longer refuses requests until it has caught up. */
  readonly eventLoopLimitMs: number;
};

export type ConfigFault = { readonly variable: string; readonly reason: string };

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    super(faults.map(({ variable, reason }) => `${variable}: ${reason}`).join('\n'));
    this.faults = faults;
  }
}

const mailVariables = ['SMTP_URL', 'MAIL_FROM'] as const;

function productionFaults(environment: Environment): ConfigFault[] {
  if (environment.NODE_ENV !== 'production') return [];
  const faults: ConfigFault[] = [];
  if (environment.DATABASE_URL === undefined) {
    faults.push({ variable: 'DATABASE_URL', reason: 'is required in production; the embedded database is for desks' });
  }
  if (environment.PUBLIC_ORIGIN === undefined) {
    faults.push({ variable: 'PUBLIC_ORIGIN', reason: 'is required in production' });
  }
  if (environment.SEALING_KEY === undefined) {
    faults.push({ variable: 'SEALING_KEY', reason: 'is required in production' });
  }
  for (const variable of mailVariables) {
    if (environment[variable] === undefined) faults.push({ variable, reason: 'is required in production' });
  }
  if (environment.OIDC_ISSUER?.startsWith('https:') === false) {
    faults.push({ variable: 'OIDC_ISSUER', reason: 'must begin with https:// in production' });
  }
  if (environment.DEMO === true) faults.push({ variable: 'DEMO', reason: 'must not be true in production' });
  return faults;
}

const oidcVariables = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME_SV', 'OIDC_NAME_EN'] as const;

/** All of them or none: half a provider lets nobody in. */
function oidcFaults(environment: Environment): ConfigFault[] {
  const missing = oidcVariables.filter((variable) => environment[variable] === undefined);
  if (missing.length === 0 || missing.length === oidcVariables.length) return [];
  return missing.map((variable) => ({ variable, reason: 'is required when another OIDC variable is set' }));
}

/** A mail server is of no use without somebody for the mail to be from. */
function mailFaults({ NODE_ENV, SMTP_URL, MAIL_FROM }: Environment): ConfigFault[] {
  if (NODE_ENV === 'production' || SMTP_URL === undefined || MAIL_FROM !== undefined) return [];
  return [{ variable: 'MAIL_FROM', reason: 'is required with SMTP_URL' }];
}

function readMail({ SMTP_URL: url, MAIL_FROM: from }: Environment): MailConfig | undefined {
  return url === undefined || from === undefined ? undefined : { url, from };
}

function readOidc(environment: Environment): OidcConfig | undefined {
  if (environment.OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID ?? '',
    clientSecret: environment.OIDC_CLIENT_SECRET ?? '',
    name: { sv: environment.OIDC_NAME_SV ?? '', en: environment.OIDC_NAME_EN ?? '' },
  };
}

function parse(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), reason: issue.message })),
  );
}

/** Where migrations are run: all they need to know, so that whoever runs them need not hold the site's secrets. */
export function readMigrationUrl(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const environment = parse(variables);
  return environment.MIGRATION_DATABASE_URL ?? environment.DATABASE_URL;
}

/**
 * Reads the environment once. Throws a `ConfigError` that names every wrong variable and why,
 * never what it held.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const environment = parse(variables);
  const faults = [...productionFaults(environment), ...oidcFaults(environment), ...mailFaults(environment)];
  if (faults.length > 0) throw new ConfigError(faults);
  const isDemo = environment.DEMO ?? environment.DATABASE_URL === undefined;
  const hasDemoPeople = isDemo && environment.DATABASE_URL === undefined && environment.NODE_ENV !== 'production';
  return Object.freeze({
    mode: environment.NODE_ENV,
    host: environment.HOST,
    port: environment.PORT,
    publicOrigin: environment.PUBLIC_ORIGIN,
    databaseUrl: environment.DATABASE_URL,
    migrationDatabaseUrl: environment.MIGRATION_DATABASE_URL,
    databasePoolSize: environment.DATABASE_POOL_SIZE,
    embeddedDataDir: environment.EMBEDDED_DATA_DIR,
    logLevel: environment.LOG_LEVEL,
    trustedProxies: environment.TRUSTED_PROXIES,
    opensOffline: environment.OFFLINE,
    isDemo,
    hasDemoPeople,
    allowsLocalWebhooks: environment.DATABASE_URL === undefined && environment.NODE_ENV !== 'production',
    demoFirms: hasDemoPeople ? environment.DEMO_FIRMS : 0,
    sealingKeys: environment.SEALING_KEY,
    mail: readMail(environment),
    oidc: readOidc(environment),
    auditAnchorFile: environment.AUDIT_ANCHOR_FILE,
    erasureLedgerFile: environment.ERASURE_LEDGER_FILE,
    rateLimitPerMinute: environment.RATE_LIMIT_PER_MINUTE,
    eventLoopLimitMs: environment.EVENT_LOOP_LIMIT_MS,
  });
}

export function readProcessConfig(): Config {
  return readConfig(process.env);
}

/** What a command of whoever runs the site needs to know; it does without the site's secrets, as migrations do. */
export type CommandConfig = Pick<
  Config,
  'publicOrigin' | 'databaseUrl' | 'migrationDatabaseUrl' | 'embeddedDataDir' | 'auditAnchorFile'
>;

export function readProcessCommandConfig(): CommandConfig {
  const environment = parse(process.env);
  return {
    publicOrigin: environment.PUBLIC_ORIGIN,
    databaseUrl: environment.DATABASE_URL,
    migrationDatabaseUrl: environment.MIGRATION_DATABASE_URL,
    embeddedDataDir: environment.EMBEDDED_DATA_DIR,
    auditAnchorFile: environment.AUDIT_ANCHOR_FILE,
  };
}

export function readProcessMigrationUrl(): string | undefined {
  return readMigrationUrl(process.env);
}
