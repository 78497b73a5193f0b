import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environmentSchema } from '#server/environment.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

type Service = {
  environment?: Record<string, string>;
  healthcheck?: object;
  build?: { dockerfile: string };
  depends_on?: Record<string, object>;
  ports?: string[];
};
const composeText = read('docker-compose.yml');
const compose = parse(composeText) as { services: Record<string, Service>; volumes: object };
const dockerfile = read('server/Dockerfile');

describe('docker compose', () => {
  test('gives the server only variables it reads', () => {
    const known = Object.keys(environmentSchema.shape);
    for (const name of ['server', 'migration']) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(compose.services[name]?.environment ?? {})));
    }
  });

  test('asks for nothing that .env.example does not name', () => {
    const asked = new Set([...composeText.matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name));
    const named = new Set([...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name));
    expect([...asked].filter((name) => !named.has(name))).toEqual([]);
  });

  test('checks the health of what it keeps running, and starts in order', () => {
    expect(compose.services['database']?.healthcheck).toBeDefined();
    expect(compose.services['mail']?.healthcheck).toBeDefined();
    expect(dockerfile).toContain('HEALTHCHECK');
    expect(Object.keys(compose.services['server']?.depends_on ?? {})).toEqual(['migration']);
  });

  test('opens no port to other hosts', () => {
    for (const { ports = [] } of Object.values(compose.services)) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  test('is accepted by docker compose where there is one', ({ skip }) => {
    const hasDocker = spawnsWell('docker', ['compose', 'version']);
    if (!hasDocker) skip();
    const environment = {
      ...process.env,
      DATABASE_ADMIN_PASSWORD: 'a',
      DATABASE_APPLICATION_PASSWORD: 'b',
      PUBLIC_ORIGIN: 'https://x',
      SEALING_KEY: 'c',
      SMTP_URL: 'smtp://mail:1025',
      MAIL_FROM: 'a@x.example',
    };
    execFileSync('docker', ['compose', 'config', '--quiet'], { cwd: root, env: environment });
  });
});

function spawnsWell(program: string, parameters: string[]): boolean {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('the server image', () => {
  test('runs as an account that is not root', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test('copies only what exists', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \.\/?\S*$/gm)].flatMap(([, names]) =>
      (names ?? '').split(' '),
    );
    for (const name of copied) expect(existsSync(path.join(root, name)), name).toBe(true);
  });

  test('is built by the Dockerfile that compose names', () => {
    for (const name of ['server', 'migration']) {
      expect(existsSync(path.join(root, compose.services[name]?.build?.dockerfile ?? ''))).toBe(true);
    }
  });
});
