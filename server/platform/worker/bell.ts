/** Wakes the worker of this process, so that nobody waits for its next round. */
export type Bell = {
  /** To be rung once what there is to do is committed. Nothing depends on it: the worker looks by itself, too. */
  ring(): void;
  /** Calls the listener at every ring, until it is taken back. */
  listen(onRing: () => void): () => void;
};

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring: () => {
      for (const listener of listeners) listener();
    },
    listen: (onRing) => {
      listeners.add(onRing);
      return () => listeners.delete(onRing);
    },
  };
}
