import type { Clock } from '#server/platform/clock.ts';

export type TestClock = Clock & { advance(ms: number): void };

/** A clock that stands still until it is told to move. */
export function createTestClock(start = '2026-11-02T08:00:00.000Z'): TestClock {
  let nowMs = Date.parse(start);
  return {
    now: () => new Date(nowMs),
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
