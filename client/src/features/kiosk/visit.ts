import * as z from 'zod/mini';
import { readStored, writeStored } from '../../lib/browser-storage.ts';
import { type Kiosk, kioskSchema } from './kiosk.ts';

const place = 'visit';
const idleMs = 10 * 60_000;
const countdownMs = 60_000;
/** Touches come in swarms; one of them in a second says enough. */
const betweenTouchesMs = 1000;

const visitSchema = z.extend(kioskSchema, {
  touchedAt: z.int(),
  /** The firm has finished: the device is about to be cleared, as soon as that can be. */
  isFinished: z.optional(z.boolean()),
});
export type Visit = z.infer<typeof visitSchema>;

/** The visit that goes on in this browser, in whichever tab: from the first press until everything is cleared away. */
export function readVisit(): Visit | undefined {
  try {
    return visitSchema.safeParse(JSON.parse(readStored('local', place) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

/** The parts of this tab that show it; other tabs hear of it by the browser. */
const watchers = new Set<() => void>();

function write(visit: Visit): void {
  writeStored('local', place, JSON.stringify(visit));
  for (const look of watchers) look();
}

export const beginVisit = ({ formCode, language }: Kiosk): void => write({ formCode, language, touchedAt: Date.now() });

/**
 * Seconds until a device that nobody touches is cleared, once they are counted. They go by the clock: a tablet that has
 * slept for an hour has not been touched for an hour, and so has one whose only tab was closed.
 */
export function secondsLeft({ touchedAt, isFinished }: Omit<Visit, keyof Kiosk>, now: number): number | undefined {
  if (isFinished === true) return 0;
  const untouched = now - touchedAt;
  if (untouched < idleMs) return undefined;
  return Math.max(0, Math.ceil((idleMs + countdownMs - untouched) / 1000));
}

export const isOver = (visit: Visit, now: number): boolean => secondsLeft(visit, now) === 0;

/** Somebody touches the device. Once seconds are counted a touch stops nothing: nobody is to touch the question away unread. */
export function touchVisit(): void {
  const visit = readVisit();
  const now = Date.now();
  if (visit === undefined || secondsLeft(visit, now) !== undefined) return;
  if (Math.abs(now - visit.touchedAt) >= betweenTouchesMs) write({ ...visit, touchedAt: now });
}

/** Somebody says that they are there. Too late once the time is over. */
export function stayInVisit(): void {
  const visit = readVisit();
  if (visit !== undefined && !isOver(visit, Date.now())) write({ ...visit, touchedAt: Date.now() });
}

/** The firm has finished. Until the device is cleared nobody gets back to what was answered. */
export function finishVisit(): void {
  const visit = readVisit();
  if (visit !== undefined) write({ ...visit, isFinished: true });
}

/** A clock that was set back is followed: a touch of the future would hold for as long. */
function followClock(visit: Visit): void {
  const now = Date.now();
  if (visit.touchedAt > now) writeStored('local', place, JSON.stringify({ ...visit, touchedAt: now }));
}

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Tells of every second of a visit, and at once when the device wakes, the page is back, or another tab has done something. */
export function watchVisit(tell: () => void): () => void {
  const end = new AbortController();
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = () => {
    const visit = readVisit();
    if (visit === undefined) {
      clearInterval(timer);
      timer = undefined;
    } else {
      followClock(visit);
      timer ??= setInterval(look, 1000);
    }
    tell();
  };
  watchers.add(look);
  for (const touch of touches) {
    window.addEventListener(touch, touchVisit, { signal: end.signal, passive: true, capture: true });
  }
  for (const change of ['storage', 'focus', 'pageshow'] as const) {
    window.addEventListener(change, look, { signal: end.signal });
  }
  document.addEventListener('visibilitychange', look, { signal: end.signal });
  const begun = readVisit();
  if (begun !== undefined) {
    followClock(begun);
    timer = setInterval(look, 1000);
  }
  return () => {
    watchers.delete(look);
    end.abort();
    clearInterval(timer);
  };
}
