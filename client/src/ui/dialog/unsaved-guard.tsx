import { Trans } from '@lingui/react/macro';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Blocker, useBlocker } from 'react-router';
import { Button } from '../button/button.tsx';
import { Dialog } from './dialog.tsx';

/** What saves by itself can do so at once when somebody is about to leave. */
type SaveNow = () => void;
type Unsaved = {
  readonly hold: (form: string, saveNow: SaveNow | undefined) => void;
  readonly release: (form: string) => void;
};

const UnsavedContext = createContext<Unsaved>({ hold: () => undefined, release: () => undefined });

/**
 * Tells the guard around it whether this form holds words that are not stored. What it gives back says at once that they
 * are, for whoever goes to another page right after storing them.
 */
export function useUnsaved(isUnsaved: boolean, saveNow?: SaveNow): () => void {
  const { hold, release } = use(UnsavedContext);
  const form = useId();
  const canSave = saveNow !== undefined;
  const save = useEffectEvent(() => saveNow?.());
  useEffect(() => {
    if (!isUnsaved) return;
    hold(form, canSave ? () => save() : undefined);
    return () => release(form);
  }, [hold, release, form, isUnsaved, canSave]);
  return () => release(form);
}

/** As long as a save usually takes: what is stored within it is not asked about. */
const graceMs = 600;

/** Lets what saves by itself do so first, leaves when nothing is unsaved any more, and says when it must be asked. */
function useAsking(blocker: Blocker, unsaved: ReadonlyMap<string, SaveNow | undefined>, count: number): boolean {
  const [isAsking, setAsking] = useState(false);
  const isBlocked = blocker.state === 'blocked';
  const begin = useEffectEvent(() => {
    const saves = [...unsaved.values()].filter((save) => save !== undefined);
    for (const save of saves) save();
    return saves.length > 0;
  });
  useEffect(() => {
    if (!isBlocked) return;
    // Where nothing saves by itself there is nothing to wait for.
    if (!begin()) {
      setAsking(true);
      return () => setAsking(false);
    }
    const timer = setTimeout(() => setAsking(true), graceMs);
    return () => {
      clearTimeout(timer);
      setAsking(false);
    };
  }, [isBlocked]);
  const goOn = useEffectEvent(() => {
    if (unsaved.size === 0) blocker.proceed?.();
  });
  useEffect(() => {
    if (isBlocked && count === 0) goOn();
  }, [isBlocked, count]);
  return isBlocked && isAsking;
}

/** What would be lost: what somebody has written, or what they have chosen. */
export type UnsavedKind = 'words' | 'choices';

function LeaveDialog({ blocker, isOpen, kind }: { blocker: Blocker; isOpen: boolean; kind: UnsavedKind }) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => blocker.reset?.()}
      title={<Trans>Leave without saving?</Trans>}
      cancelLabel={<Trans>Stay here</Trans>}
      actions={
        <Button variant="danger" onClick={() => blocker.proceed?.()}>
          {kind === 'words' ? (
            <Trans>Leave, and lose what you wrote</Trans>
          ) : (
            <Trans>Leave, and lose the changes</Trans>
          )}
        </Button>
      }
    >
      <p>
        {kind === 'words' ? (
          <Trans>What you have written here is not saved.</Trans>
        ) : (
          <Trans>What you have changed here is not saved.</Trans>
        )}
      </p>
    </Dialog>
  );
}

type GuardProps = { children: ReactNode; kind?: UnsavedKind | undefined };

/** Holds the writer back from leaving unsaved words: within the site, and by closing the tab. One to a page. */
export function UnsavedGuard({ children, kind = 'words' }: GuardProps) {
  // Asked at the moment of leaving, so that what was saved just before holds nobody back.
  const unsaved = useRef(new Map<string, SaveNow | undefined>());
  const [count, setCount] = useState(0);
  const hold = useCallback<Unsaved['hold']>((form, saveNow) => {
    unsaved.current.set(form, saveNow);
    setCount(unsaved.current.size);
  }, []);
  const release = useCallback<Unsaved['release']>((form) => {
    unsaved.current.delete(form);
    setCount(unsaved.current.size);
  }, []);
  const value = useMemo(() => ({ hold, release }), [hold, release]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.current.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  const isAsking = useAsking(blocker, unsaved.current, count);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <UnsavedContext value={value}>
      {children}
      <LeaveDialog blocker={blocker} isOpen={isAsking} kind={kind} />
    </UnsavedContext>
  );
}
