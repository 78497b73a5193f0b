import { useEffect, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';
import { watchRefusals } from '../../lib/http/refusals.ts';
import { paths } from '../paths.ts';
import { forgetVisitor, isSignedIn } from '../visitor.ts';

/** Hears the server say that nobody is signed in any more; `key` names the page it was said on. */
function useEnding(key: string) {
  const [endedOn, setEndedOn] = useState<string>();
  useEffect(
    () =>
      watchRefusals((code) => {
        if (code !== 'sign-in-required') return;
        forgetVisitor();
        setEndedOn(key);
      }),
    [key],
  );
  useEffect(() => {
    if (endedOn === undefined) return;
    const look = () => {
      if (document.visibilityState === 'visible') void isSignedIn().then((isIn) => isIn && setEndedOn(undefined));
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [endedOn]);
  return { isEnded: endedOn === key, dismiss: () => setEndedOn(undefined) };
}

/** A session that ended in the middle of work. A page that could not even be shown leads to the sign-in by itself. */
export function useSessionEnd() {
  const { key, pathname } = useLocation();
  const { state } = useNavigation();
  const { isEnded, dismiss } = useEnding(key);
  return { isTold: isEnded && state === 'idle' && pathname !== paths.signIn(), dismiss };
}
