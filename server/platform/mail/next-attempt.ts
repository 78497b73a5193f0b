const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const pausesMs: readonly number[] = [minuteMs, 5 * minuteMs, 15 * minuteMs];
const triesForMs = 24 * hourMs;

/** When a mail that could not be sent is tried again: soon at first, then every hour. */
export function nextAttemptAt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + (pausesMs[attempts - 1] ?? hourMs));
}

/** From when on a mail is not tried again. */
export function givenUpAt(createdAt: Date): Date {
  return new Date(createdAt.getTime() + triesForMs);
}
