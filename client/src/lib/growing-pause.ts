const firstMs = 1000;
const longestMs = 30_000;

export type GrowingPause = { next(): number; reset(): void };

/** Pauses between attempts, each twice as long as the one before, up to half a minute. */
export function growingPause(): GrowingPause {
  let ms = firstMs;
  return {
    next: () => {
      const now = ms;
      ms = Math.min(ms * 2, longestMs);
      return now;
    },
    reset: () => {
      ms = firstMs;
    },
  };
}
