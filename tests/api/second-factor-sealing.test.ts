import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { createSealing } from '#server/platform/identity/sealing.ts';
import { mailboxOnly, type Proved, signedInWithAuthenticator } from '../support/factor-families.ts';
import { shownCode } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';
import { testSealingKey } from '../support/test-sealing.ts';

const otherKey = Buffer.alloc(32, 9).toString('base64url');

describe('what is sealed', () => {
  const sealing = createSealing([testSealingKey]);

  test('is opened by the key that sealed it, and does not show what is in it', async () => {
    const sealed = await sealing.seal('JBSWY3DPEHPK3PXP');

    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(await sealing.open(sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(await sealing.seal('JBSWY3DPEHPK3PXP')).not.toBe(sealed);
  });

  test('is opened by an earlier key that stands after a newer, which seals from then on', async () => {
    const both = createSealing([otherKey, testSealingKey]);
    const earlier = await sealing.seal('secret');
    const newer = await both.seal('secret');

    expect([await both.open(earlier), await both.open(newer)]).toEqual(['secret', 'secret']);
    expect([sealing.isKnown(earlier), sealing.isKnown(newer)]).toEqual([true, false]);
  });

  test('is not opened by another key, nor once it has been changed', async () => {
    const sealed = await sealing.seal('secret');
    const parts = sealed.split('.');
    const changed = [
      ...parts.slice(0, 3),
      `${parts[3]?.startsWith('A') === true ? 'B' : 'A'}${parts[3]?.slice(1)}`,
      parts[4],
    ];

    await expect(createSealing([otherKey]).open(sealed)).rejects.toThrow();
    await expect(sealing.open(changed.join('.'))).rejects.toThrow();
  });

  test('takes a key of 32 bytes', () => {
    expect(() => createSealing([Buffer.alloc(16).toString('base64url')])).toThrow('32 bytes');
    expect(() => createSealing([])).toThrow('no sealing key');
  });
});

describe('the variable', () => {
  test('holds keys with commas between them, the newest first', () => {
    const { sealingKeys } = readConfig({ SEALING_KEY: `${otherKey}, ${testSealingKey}` });
    expect(sealingKeys).toEqual([otherKey, testSealingKey]);
  });

  test.each(['', 'short', `${otherKey},`, `${otherKey};${testSealingKey}`])('is refused by its name: %j', (text) => {
    expect(() => readConfig({ SEALING_KEY: text })).toThrow(/^SEALING_KEY: /);
  });
});

describe('a server whose database has an authenticator', () => {
  let site: TestApp;
  let person: Proved;
  beforeAll(async () => {
    site = await startTestApp();
    person = await signedInWithAuthenticator(site);
  });
  afterAll(() => site.close());

  const startWith = (...keys: string[]) =>
    startTestApp({}, { database: site.database, clock: site.clock, sealing: createSealing(keys) });

  test('does not start with another key, and says which variable it is', async () => {
    await expect(startWith(otherKey)).rejects.toThrow(/^SEALING_KEY: 1 authenticators/);
  });

  test('starts with the earlier key after a new one, and the authenticator goes on counting', async () => {
    const renewed = await startWith(otherKey, testSealingKey);
    const weak = await mailboxOnly(renewed, person);
    const code = shownCode(person.secret, site.clock);
    const reply = await weak.post('/api/account/second-factor', { code });
    await renewed.app.close();
    await renewed.admin.end();

    expect(reply.statusCode, reply.body).toBe(200);
  });

  test('starts with another key where what was sealed never came into use', async () => {
    await site.admin.query('update authenticators set confirmed_at = null');
    const fresh = await startWith(otherKey);
    await fresh.app.close();
    await fresh.admin.end();
    await site.admin.query('update authenticators set confirmed_at = now()');
  });
});
