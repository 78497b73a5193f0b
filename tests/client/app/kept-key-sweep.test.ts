import { afterEach, expect, test, vi } from 'vitest';
import { keepKey, readKeptKey } from '#client/src/features/campaigns/kept-key.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
  localStorage.clear();
});

const key = 'k'.repeat(43);
const minuteMs = 60_000;
/** The site is opened, at whatever address. */
async function start(): Promise<void> {
  vi.resetModules();
  await import('#client/src/app/router.tsx');
}

test('a key that is kept while one signs in stays for its ten minutes, and is gone from the browser with the next start', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  keepKey(key);
  vi.setSystemTime(Date.now() + 9 * minuteMs);
  await start();
  expect(readKeptKey()).toBe(key);

  vi.setSystemTime(Date.now() + 2 * minuteMs);
  expect(JSON.stringify(localStorage)).toContain(key);
  await start();
  expect(JSON.stringify(localStorage)).not.toContain(key);
});
