import type { ProblemCode } from '#shared/contracts/problem.ts';

type Listener = (code: ProblemCode) => void;

const listeners = new Set<Listener>();

/** Hears of every refusal, whichever page asked; returns how to stop. */
export function watchRefusals(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellOfRefusal(code: ProblemCode): void {
  for (const listener of listeners) listener(code);
}
