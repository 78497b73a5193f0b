const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Five seconds, then longer and longer: eleven tries in a little less than a day. */
const pausesMs: readonly number[] = [
  5000,
  minuteMs,
  5 * minuteMs,
  15 * minuteMs,
  30 * minuteMs,
  hourMs,
  2 * hourMs,
  4 * hourMs,
  8 * hourMs,
  8 * hourMs,
];

/** When a delivery that was not taken is tried again; undefined when it has been tried long enough. */
export function nextDeliveryAt(now: Date, attempts: number): Date | undefined {
  const pauseMs = pausesMs[attempts - 1];
  return pauseMs === undefined ? undefined : new Date(now.getTime() + pauseMs);
}
