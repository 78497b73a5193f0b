import { Trans } from '@lingui/react/macro';
import { createContext, type ReactNode, use, useCallback, useEffect, useId, useRef } from 'react';
import { type Blocker, useBlocker } from 'react-router';
import { Button } from '../button/button.tsx';
import { Dialog } from './dialog.tsx';

type Report = (form: string, isUnsaved: boolean) => void;

const UnsavedContext = createContext<Report>(() => undefined);

/** Tells the guard around it whether this form holds words that are not stored. */
export function useUnsaved(isUnsaved: boolean): void {
  const report = use(UnsavedContext);
  const form = useId();
  useEffect(() => {
    report(form, isUnsaved);
    return () => report(form, false);
  }, [report, form, isUnsaved]);
}

function LeaveDialog({ blocker }: { blocker: Blocker }) {
  return (
    <Dialog
      isOpen={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={<Trans>Leave without saving?</Trans>}
      cancelLabel={<Trans>Stay here</Trans>}
      actions={
        <Button variant="danger" onClick={() => blocker.proceed?.()}>
          <Trans>Leave, and lose what you wrote</Trans>
        </Button>
      }
    >
      <p>
        <Trans>What you have written here is not in the draft yet.</Trans>
      </p>
    </Dialog>
  );
}

/** Holds the editor back from leaving unsaved words: within the site, and by closing the tab. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  // Asked at the moment of leaving, so that what was saved just before holds nobody back.
  const unsaved = useRef(new Set<string>());
  const report = useCallback<Report>((form, isUnsaved) => {
    if (isUnsaved) unsaved.current.add(form);
    else unsaved.current.delete(form);
  }, []);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.current.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <UnsavedContext value={report}>
      {children}
      <LeaveDialog blocker={blocker} />
    </UnsavedContext>
  );
}
