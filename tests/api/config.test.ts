import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, readMigrationUrl } from '#server/config.ts';
import { environmentSchema } from '#server/environment.ts';

const root = path.resolve(import.meta.dirname, '../..');

function faultsOf(variables: Record<string, string | undefined>): ConfigError['faults'] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://user:secret@host/db',
  PUBLIC_ORIGIN: 'https://mattstock.example',
  SEALING_KEY: 'k'.repeat(43),
  SMTP_URL: 'smtps://user:secret@mail.example',
  MAIL_FROM: 'no-reply@mattstock.example',
};

describe('the configuration', () => {
  test('needs nothing to start at a desk', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, databaseUrl: undefined, isDemo: true });
  });

  test('shows no demo when a database is given', () => {
    expect(readConfig({ DATABASE_URL: production.DATABASE_URL }).isDemo).toBe(false);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PUBLIC_ORIGIN', 'https://mattstock.example/path'],
    ['DATABASE_URL', 'mysql://host'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '10.0.0.1, everyone'],
    ['DEMO', 'yes'],
    ['DATABASE_POOL_SIZE', '0'],
    ['SEALING_KEY', 'secret'],
    ['SMTP_URL', 'mail.example:587'],
    ['SMTP_URL', 'smtp://user@mail.example'],
    ['SMTP_URL', 'smtp://user:pass:word@mail.example'],
    ['SMTP_URL', 'smtp://mail.example:99999'],
    ['SMTP_URL', 'smtp://mail.example/?rejectUnauthorized=false'],
    ['MAIL_FROM', 'mattstock.example'],
    ['MAIL_FROM', 'Måttstock <no-reply@mattstock.example>'],
    ['MAIL_FROM', 'a@mattstock.example, b@mattstock.example'],
  ])('names a wrong %s and never its value', (variable, value) => {
    const faults = faultsOf({ [variable]: value });

    expect(faults.map((fault) => fault.variable)).toEqual([variable]);
    expect(faults[0]?.reason).not.toContain(value);
  });

  test('names every wrong variable at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'x' }).map(({ variable }) => variable)).toEqual(['PORT', 'LOG_LEVEL']);
  });

  test('refuses production without what it needs, naming each, or with a demo', () => {
    expect(faultsOf({ NODE_ENV: 'production' }).map(({ variable }) => variable)).toEqual([
      'DATABASE_URL',
      'PUBLIC_ORIGIN',
      'SEALING_KEY',
      'SMTP_URL',
      'MAIL_FROM',
    ]);
    for (const variable of ['SEALING_KEY', 'SMTP_URL', 'MAIL_FROM'] as const) {
      expect(faultsOf({ ...production, [variable]: undefined })).toMatchObject([{ variable }]);
    }
    expect(faultsOf({ ...production, DEMO: 'true' })).toMatchObject([{ variable: 'DEMO' }]);
    expect(faultsOf(production)).toEqual([]);
  });

  test('asks those who migrate for the database alone', () => {
    const { NODE_ENV, DATABASE_URL } = production;

    expect(readMigrationUrl({ NODE_ENV, DATABASE_URL })).toBe(DATABASE_URL);
    expect(readMigrationUrl({ DATABASE_URL, MIGRATION_DATABASE_URL: 'postgres://admin@host/db' })).toBe(
      'postgres://admin@host/db',
    );
    expect(readMigrationUrl({})).toBeUndefined();
  });

  test.each(['smtp://localhost:1025', 'smtp://[::1]:25', 'smtps://site%40example.se:p%3Aw@mail.example.se:465'])(
    'takes %s for a mail server',
    (url) => {
      const from = 'no-reply@mattstock.example';

      expect(readConfig({ SMTP_URL: url, MAIL_FROM: from }).mail).toEqual({ url, from });
    },
  );

  test('has no mail without a mail server, and no mail server without somebody to be from', () => {
    expect(readConfig({}).mail).toBeUndefined();
    expect(faultsOf({ SMTP_URL: production.SMTP_URL })).toMatchObject([{ variable: 'MAIL_FROM' }]);
  });

  test('is described by .env.example, variable for variable', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    const [own] = example.split('# Read by docker compose only');
    const variables = [...(own ?? '').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(variables.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  test('accepts .env.example once its secret is there', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']);

    const variables = { ...Object.fromEntries(lines), SEALING_KEY: production.SEALING_KEY } as Record<string, string>;

    expect(faultsOf(variables)).toEqual([]);
  });
});
