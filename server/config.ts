import * as z from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const address = z.string().regex(/^[0-9a-fA-F.:]+(\/[0-9]{1,3})?$/, 'must be an address or a CIDR range');
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
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(600),
});
type Environment = z.infer<typeof environmentSchema>;

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

function productionFaults(environment: Environment): ConfigFault[] {
  if (environment.NODE_ENV !== 'production') return [];
  const faults: ConfigFault[] = [];
  if (environment.DATABASE_URL === undefined) {
    faults.push({ variable: 'DATABASE_URL', reason: 'is required in production; the embedded database is for desks' });
  }
  if (environment.PUBLIC_ORIGIN === undefined) {
    faults.push({ variable: 'PUBLIC_ORIGIN', reason: 'is required in production' });
  }
  if (environment.DEMO === true) faults.push({ variable: 'DEMO', reason: 'must not be true in production' });
  return faults;
}

/**
 * Reads the environment once. Throws a `ConfigError` that names every wrong variable and why,
 * never what it held.
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), reason: issue.message })),
    );
  }
  const environment = parsed.data;
  const faults = productionFaults(environment);
  if (faults.length > 0) throw new ConfigError(faults);
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
    isDemo: environment.DEMO ?? environment.DATABASE_URL === undefined,
    rateLimitPerMinute: environment.RATE_LIMIT_PER_MINUTE,
  });
}

export function readProcessConfig(): Config {
  return readConfig(process.env);
}
