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
  /** Whether the questions open without a network; `false` takes the service worker out of the browsers. */
  OFFLINE: flag.default(true),
  DEMO: flag.optional(),
  DEMO_FIRMS: z.coerce.number().int().min(0).max(5000).default(400),
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
  EVENT_LOOP_LIMIT_MS: z.coerce.number().int().min(100).max(600_000).default(2000),
});
export type Environment = z.infer<typeof environmentSchema>;
