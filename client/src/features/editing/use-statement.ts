import { useDirectEdit } from './use-direct-edit.ts';

/** Says something of words in the draft. When they have changed meanwhile nothing is said of them; they are shown. */
export function useStatement() {
  const { isBusy, fault, conflict, make } = useDirectEdit();
  return { isBusy, fault: fault ?? conflict, state: make };
}
