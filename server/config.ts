import * as z from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const address = z.string().regex(/^[0-9a-fA-F.:]+(\/[0-9]{1,3})?$/, 'must be an address or a CIDR range');
const smtpUrl = z
  .string()
  .regex(
    /^smtps?:\/\/([^\s:@/?#]+:[^\s:@/?#]+@)?([\w.-]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?$/,
    'must be smtp://host:port or smtps://user:password@host:port',
  )
  .refine((text) => URL.canParse(text), 'must be an address with a port there is');
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must be a postgres:// address');

/** Every variable the product reads. `.env.example` lists the same ones, which a test compares. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_ORIGIN: z
    .string()
    .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'must be an origin such as https://host')
    .optional(),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  EMBEDDED_DATA_DIR: z.string().min(1).default('.data'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(address)),
  DEMO: flag.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z.email('must be one address, without a name').optional(),
  SEALING_KEY: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 random bytes as base64url')).min(1))
    .optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME_SV: z.string().min(1).max(60).optional(),
  OIDC_NAME_EN: z.string().min(1).max(60).optional(),
  AUDIT_ANCHOR_FILE: z.string().min(1).optional(),
  ERASURE_LEDGER_FILE: z.string().min(1).optional(),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(600),
});
type Environment = z.infer<typeof environmentSchema>;

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
  readonly isDemo: boolean;
  /** The demo's people may be signed in as: on the embedded database in demo mode, and nowhere else. */
  readonly hasDemoPeople: boolean;
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
    isDemo,
    hasDemoPeople: isDemo && environment.DATABASE_URL === undefined && environment.NODE_ENV !== 'production',
    sealingKeys: environment.SEALING_KEY,
    mail: readMail(environment),
    oidc: readOidc(environment),
    auditAnchorFile: environment.AUDIT_ANCHOR_FILE,
    erasureLedgerFile: environment.ERASURE_LEDGER_FILE,
    rateLimitPerMinute: environment.RATE_LIMIT_PER_MINUTE,
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
