import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import {
  getSupportChoices,
  type SupportChoicesDocument,
  saveSupportChoices,
} from '#shared/contracts/support-choices.ts';
import type { SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';

export const fetchSupportChoices = (responseId: string): Promise<SupportChoicesDocument> =>
  callEndpoint(getSupportChoices, { params: { responseId } });

export type ChoicesState = {
  readonly choices: SupportChoices;
  /** Null where they are only read. */
  readonly change: ((next: Partial<SupportChoices>) => Promise<boolean>) | null;
  readonly isSaving: boolean;
  /** What kept the last change from being stored. */
  readonly failure: unknown;
  /** What was done last, as it is said aloud, until the next change. */
  readonly done: string;
  /** Says what was done, and moves the focus there once it is on the page: what held it has gone away. */
  readonly tell: (done: string, elementId: string) => void;
};

const ChoicesContext = createContext<ChoicesState | null>(null);

/** Null where nothing is known of what the firm makes of its suggestions. */
export const useChoices = (): ChoicesState | null => use(ChoicesContext);

/** What the firm has chosen, for somebody who only reads it. */
export function ReadChoices({ choices, children }: { choices: SupportChoices | null; children: ReactNode }) {
  const value = useMemo(
    () =>
      choices === null
        ? null
        : { choices, change: null, isSaving: false, failure: undefined, done: '', tell: () => undefined },
    [choices],
  );
  return <ChoicesContext value={value}>{children}</ChoicesContext>;
}

/** Stores one change after the other. Where somebody else was first, what they stored is shown and nothing is overwritten. */
function useStoredChoices(responseId: string, loaded: SupportChoicesDocument) {
  const [stored, setStored] = useState(loaded);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isUnderWay = useRef(false);
  const change = useCallback(
    async (next: Partial<SupportChoices>): Promise<boolean> => {
      if (isUnderWay.current) return false;
      isUnderWay.current = true;
      setIsSaving(true);
      setFailure(undefined);
      const { canChange: _canChange, ...seen } = stored;
      try {
        setStored(await callEndpoint(saveSupportChoices, { params: { responseId }, body: { ...seen, ...next } }));
        return true;
      } catch (fault) {
        setFailure(fault);
        await fetchSupportChoices(responseId).then(setStored, () => undefined);
        return false;
      } finally {
        isUnderWay.current = false;
        setIsSaving(false);
      }
    },
    [responseId, stored],
  );
  return { stored, change, isSaving, failure };
}

export type OwnChoicesProps = { responseId: string; loaded: SupportChoicesDocument; children: ReactNode };

/** What the firm itself chooses. */
export function OwnChoices({ responseId, loaded, children }: OwnChoicesProps) {
  const { stored, change, isSaving, failure } = useStoredChoices(responseId, loaded);
  const [done, setDone] = useState('');
  const focusAfter = useFocusAfter();
  const changeAnew = useCallback(
    (next: Partial<SupportChoices>) => {
      setDone('');
      return change(next);
    },
    [change],
  );
  const tell = useCallback(
    (words: string, elementId: string) => {
      setDone(words);
      focusAfter(() => document.getElementById(elementId));
    },
    [focusAfter],
  );
  const value = useMemo(
    () => ({ choices: stored, change: stored.canChange ? changeAnew : null, isSaving, failure, done, tell }),
    [stored, changeAnew, isSaving, failure, done, tell],
  );
  return <ChoicesContext value={value}>{children}</ChoicesContext>;
}
