import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, environmentSchema, readConfig } from '#server/config.ts';

const root = path.resolve(import.meta.dirname, '../..');

function faultsOf(variables: Record<string, string>): ConfigError['faults'] {
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
  ])('names a wrong %s and never its value', (variable, value) => {
    const faults = faultsOf({ [variable]: value });

    expect(faults.map((fault) => fault.variable)).toEqual([variable]);
    expect(faults[0]?.reason).not.toContain(value);
  });

  test('names every wrong variable at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'x' }).map(({ variable }) => variable)).toEqual(['PORT', 'LOG_LEVEL']);
  });

  test('refuses production without a database or an origin, or with a demo', () => {
    expect(faultsOf({ NODE_ENV: 'production' }).map(({ variable }) => variable)).toEqual([
      'DATABASE_URL',
      'PUBLIC_ORIGIN',
    ]);
    expect(faultsOf({ ...production, DEMO: 'true' })).toMatchObject([{ variable: 'DEMO' }]);
    expect(faultsOf(production)).toEqual([]);
  });

  test('is described by .env.example, variable for variable', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    const variables = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

    expect(variables.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  test('accepts .env.example as it stands', () => {
    const example = readFileSync(path.join(root, '.env.example'), 'utf8');
    const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']);

    expect(faultsOf(Object.fromEntries(lines) as Record<string, string>)).toEqual([]);
  });
});
