import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { paths } from '../paths.ts';

const idleMs = 10 * 60_000;
const countdownSeconds = 60;
const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Seconds until a device that nobody touches is cleared, once they are counted. They go by the clock: a tablet that has
 * slept for an hour has not been touched for an hour.
 */
function useSecondsLeft(onOver: () => void): { left: number | undefined; stay: () => void } {
  const [touchedAt, setTouchedAt] = useState(() => Date.now());
  const [now, setNow] = useState(touchedAt);
  const counted = Math.ceil((touchedAt + idleMs + countdownSeconds * 1000 - now) / 1000);
  const left = now - touchedAt < idleMs ? undefined : Math.max(0, counted);
  const isCounting = left !== undefined;
  const over = useEffectEvent(onOver);
  const stay = () => {
    setTouchedAt(Date.now());
    setNow(Date.now());
  };
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    // Once it counts, only the button stops it: nobody is to touch it away unread.
    if (isCounting) return;
    const end = new AbortController();
    for (const touch of touches) {
      window.addEventListener(touch, () => setTouchedAt(Date.now()), { signal: end.signal, passive: true });
    }
    return () => end.abort();
  }, [isCounting]);
  useEffect(() => {
    if (left === 0) over();
  }, [left]);
  return { left, stay };
}

/** Ends a visit whose firm has left the device, after asking whether it has. */
export function VisitIdle() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const isEnding = pathname === paths.endVisit() && search !== '';
  const { left, stay } = useSecondsLeft(() => {
    if (!isEnding) void navigate(paths.endVisitNow(), { replace: true });
  });
  const takeAlong = () => {
    stay();
    void navigate(paths.endVisit());
  };
  return (
    <Dialog
      isOpen={left !== undefined && left > 0 && !isEnding}
      onClose={stay}
      title={<Trans>Are you still here?</Trans>}
      actions={
        <Button onClick={takeAlong}>
          <Trans>Take your answers along</Trans>
        </Button>
      }
      cancelLabel={<Trans>We are still here</Trans>}
    >
      <p role="timer">
        <Plural
          value={left ?? 0}
          one="The device is cleared in # second. What you have answered is sent first."
          other="The device is cleared in # seconds. What you have answered is sent first."
        />
      </p>
      <p>
        <Trans>If you have not taken your answers along by then, nobody can open them again.</Trans>
      </p>
    </Dialog>
  );
}
