import { vi } from 'vitest';

/** From now on every reply waits, in the order of asking, until it is let through; what it says was true when asked. */
export function holdReplies() {
  const ask = globalThis.fetch;
  const held: (() => void)[] = [];
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const reply = await ask(...request);
    await new Promise<void>((resolve) => held.push(resolve));
    return reply;
  });
  return {
    count: () => held.length,
    letThrough: (index: number) => held[index]?.(),
  };
}
