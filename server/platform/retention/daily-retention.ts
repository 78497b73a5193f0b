import { applyRetention, type RetentionParts } from './apply-retention.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** To be called every hour; applies the schedule the first time and then once a day, or an hour after it failed. */
export function createDailyRetention(parts: RetentionParts): () => Promise<void> {
  let doneAtMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const nowMs = parts.clock.now().getTime();
    if (nowMs - doneAtMs < dayMs) return;
    await applyRetention(parts);
    doneAtMs = nowMs;
  };
}
