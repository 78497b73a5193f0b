import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isClearing, leaveToo, watchClearing } from '../../features/kiosk/clear-device.ts';
import type { Kiosk } from '../../features/kiosk/kiosk.ts';
import { readVisit, secondsLeft, watchVisit } from '../../features/kiosk/visit.ts';
import { paths } from '../paths.ts';

/** How long until the other page is tried again, where it did not open. */
const againMs = 5000;

export type VisitNow =
  /** Seconds are undefined until they are counted. */
  { isOn: true; secondsLeft: number | undefined } | { isOn: false };

const none = 'none';
const untouched = 'on';

function snapshot(): string {
  const visit = readVisit();
  if (visit === undefined) return none;
  return String(secondsLeft(visit, Date.now()) ?? untouched);
}

/** The visit of this device, if it has one, as the clock has it. */
export function useVisit(): VisitNow {
  const read = useSyncExternalStore(watchVisit, snapshot);
  if (read === none) return { isOn: false };
  return { isOn: true, secondsLeft: read === untouched ? undefined : Number(read) };
}

/** What the visit was of is gone, by another tab or by hand: no tab goes on showing it. */
function useLeavingCleared(isOn: boolean): void {
  const last = useRef<Kiosk>(undefined);
  useEffect(() => {
    if (isOn) last.current = readVisit();
    else if (last.current !== undefined && !isClearing()) leaveToo(paths.kiosk(last.current));
  }, [isOn]);
  useEffect(
    () => watchClearing(() => leaveToo(last.current === undefined ? paths.home() : paths.kiosk(last.current))),
    [],
  );
}

/**
 * Leads to the end of a visit whose firm has left the device. True as long as nothing else is to be seen there: not for
 * a moment, and not by the way back.
 */
export function useVisitOver(visit: VisitNow): { isOver: boolean; isEnding: boolean } {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const isOver = visit.isOn && visit.secondsLeft === 0;
  const isEnding = pathname === paths.endVisit() && new URLSearchParams(search).has('now');
  useLeavingCleared(visit.isOn);
  const lead = useEffectEvent(() => void navigate(paths.endVisitNow(), { replace: true }));
  useEffect(() => {
    if (!isOver || isEnding) return;
    lead();
    const timer = setInterval(() => lead(), againMs);
    return () => clearInterval(timer);
  }, [isOver, isEnding]);
  return { isOver, isEnding };
}
