import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { isNoReply } from '../../lib/http/errors.ts';
import { type ActionOutcome, sendAction } from './send-action.ts';

/** What became of a deed whose page had been left by then. */
type LeftDeed = {
  readonly number: number;
  readonly personId: string | null;
  readonly outcome: ActionOutcome;
  /** Is being tried again. */
  readonly isBusy: boolean;
};

/** Names of firms are kept in no storage: it lasts as long as the page does, and leaving the site asks first. */
let deeds: readonly LeftDeed[] = [];
let owner: string | null = null;
let numbers = 0;
let triedAgain = 0;
const listeners = new Set<() => void>();

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** What nobody has replied to goes out as soon as the network is back: it was asked for, and undone by nobody. */
function sendAll(): void {
  for (const { number, outcome } of deeds) if (isNoReply(outcome.failure)) void tryLeftDeed(number);
}

function setDeeds(next: readonly LeftDeed[]): void {
  deeds = next;
  const isOpen = deeds.some(({ outcome }) => outcome.again !== null);
  window.removeEventListener('beforeunload', warn);
  window.removeEventListener('online', sendAll);
  if (isOpen) {
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', sendAll);
  }
  for (const listener of listeners) listener();
}

/** Whom the deeds of this moment are told to. */
export const whoseDeedsAre = (): string | null => owner;

const change = (number: number, part: Partial<LeftDeed>): void =>
  setDeeds(deeds.map((deed) => (deed.number === number ? { ...deed, ...part } : deed)));

export async function tryLeftDeed(number: number): Promise<void> {
  const deed = deeds.find((each) => each.number === number);
  const again = deed?.outcome.again ?? null;
  if (again === null || deed?.isBusy === true) return;
  change(number, { isBusy: true });
  const outcome = await sendAction(again);
  triedAgain += 1;
  change(number, { isBusy: false, outcome });
}

export const forgetLeftDeeds = (): void => setDeeds([]);

/** What went well is seen by itself. */
export function keepLeftOutcome(personId: string | null, outcome: ActionOutcome): void {
  if (outcome.unanswered.length === 0 && outcome.refused.length === 0) return;
  numbers += 1;
  setDeeds([...deeds, { number: numbers, personId, outcome, isBusy: false }]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The person's own, and the ways to have done with them. Nobody who signs in after is told of them. */
export function useLeftDeeds(personId: string | null) {
  const all = useSyncExternalStore(subscribe, () => deeds);
  useEffect(() => {
    if (owner === personId) return;
    owner = personId;
    setDeeds(deeds.filter((deed) => deed.personId === personId));
  }, [personId]);
  return {
    deeds: all.filter((deed) => deed.personId === personId),
    forget: (number: number): void => setDeeds(deeds.filter((deed) => deed.number !== number)),
  };
}

/** Reads a list anew that what was tried again may have changed. */
export function useAfterLeftDeeds(refresh: () => void): void {
  const count = useSyncExternalStore(subscribe, () => triedAgain);
  const known = useRef(count);
  const change = useEffectEvent(refresh);
  useEffect(() => {
    if (known.current === count) return;
    known.current = count;
    change();
  }, [count]);
}
