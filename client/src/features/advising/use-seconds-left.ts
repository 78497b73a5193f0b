import { useEffect, useEffectEvent, useState } from 'react';

/** Counts down by whole seconds while it is not paused, and calls when none is left. */
export function useSecondsLeft(seconds: number, isPaused: boolean, onOver: () => void): number {
  const [left, setLeft] = useState(seconds);
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [isPaused]);
  useEffect(() => {
    if (left === 0) over();
  }, [left]);
  return left;
}
