import { useEffect, useRef, useState } from 'react';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { isDayFit, type MeetingStep } from '#shared/domain/meeting/meeting-step.ts';
import { isNoReply, ProblemError } from '../../lib/http/errors.ts';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { fetchMeeting, type MeetingPlace, sendSteps } from './api.ts';

/** Where what stands on the screen is. `day-unfit`: a step is for a day that cannot be kept. `elsewhere`: another screen has saved something else meanwhile. */
export type RoomSave =
  | { kind: 'unchanged' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'no-reply' }
  | { kind: 'day-unfit' }
  | { kind: 'refused'; failure: unknown }
  | { kind: 'elsewhere'; theirs: Meeting };

const pauseMs = 600;
const againMs = 5000;

const plain = ({ key, what, owner, dueOn, isAgreedByFirm, isAgreedByProvider }: MeetingStep): MeetingStep => ({
  key,
  what,
  owner,
  dueOn,
  isAgreedByFirm,
  isAgreedByProvider,
});

const isStale = (failure: unknown) => failure instanceof ProblemError && failure.code === 'changed-meanwhile';

/**
 * The steps as they are written in the room. They are saved whole, one time after the other, over what was seen: what
 * another screen saved meanwhile is never lost unless somebody says so.
 */
export function useRoom(loaded: Meeting, place: MeetingPlace) {
  const [steps, setSteps] = useState<readonly MeetingStep[]>(() => loaded.steps.map(plain));
  const [save, setSave] = useState<RoomSave>({ kind: 'unchanged' });
  const newest = useRef(steps);
  const [stored, setStored] = useState(steps);
  const revision = useRef(loaded.stepsRevision);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const first = useRef(place);
  // What was loaded with the page may be older than what another screen has saved.
  useEffect(() => {
    const atFirst = newest.current;
    fetchMeeting(first.current).then(
      (found) => {
        if (newest.current !== atFirst || found.stepsRevision === revision.current) return;
        revision.current = found.stepsRevision;
        newest.current = found.steps.map(plain);
        setSteps(newest.current);
        setStored(newest.current);
      },
      () => undefined,
    );
    // Once: afterwards saving finds out.
  }, []);

  const settle = async (failure: unknown): Promise<void> => {
    if (isStale(failure)) {
      const theirs = await fetchMeeting(place).catch(() => undefined);
      if (theirs !== undefined) return setSave({ kind: 'elsewhere', theirs });
    }
    if (!isNoReply(failure) && !isStale(failure)) return setSave({ kind: 'refused', failure });
    setSave({ kind: 'no-reply' });
    timer.current = setTimeout(() => void flush(), againMs);
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer.current);
    if (isSending.current) return;
    if (!newest.current.every(isDayFit)) return setSave({ kind: 'day-unfit' });
    isSending.current = true;
    const sent = newest.current;
    try {
      const saved = await sendSteps(place, revision.current, [...sent]);
      revision.current = saved.stepsRevision;
      setStored(sent);
      isSending.current = false;
      if (newest.current === sent) setSave({ kind: 'saved', at: new Date() });
      else void flush();
    } catch (failure) {
      isSending.current = false;
      await settle(failure);
    }
  };
  const change = (next: readonly MeetingStep[]) => {
    newest.current = next;
    setSteps(next);
    // What another screen saved is decided upon first.
    if (save.kind === 'elsewhere') return;
    setSave({ kind: 'saving' });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pauseMs);
  };
  /** Takes what the other screen saved, or writes over it. */
  const resolve = (theirs: Meeting, isOursKept: boolean) => {
    revision.current = theirs.stepsRevision;
    if (isOursKept) {
      setSave({ kind: 'saving' });
      void flush();
      return;
    }
    newest.current = theirs.steps.map(plain);
    setSteps(newest.current);
    setStored(newest.current);
    setSave({ kind: 'saved', at: new Date() });
  };
  const isUnsaved = save.kind !== 'unchanged' && save.kind !== 'saved';
  useUnsaved(isUnsaved, save.kind === 'saving' || save.kind === 'no-reply' ? () => void flush() : undefined);
  return { steps, stored, save, change, resolve, retry: () => void flush() };
}
