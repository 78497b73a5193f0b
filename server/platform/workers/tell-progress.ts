const tellEveryMs = 1000;

export type Watched = { readonly signal: AbortSignal; readonly onStep: (step: number) => void };
type Telling = {
  /** Writes down how far it is; false when nobody waits for it any more. */
  readonly note: (step: number) => Promise<boolean>;
  readonly stop: AbortSignal;
  readonly logFault: (error: unknown) => void;
};

/**
 * Every second it is told how far the work is, which also asks whether anybody still waits: what was called off, also by
 * way of another process, is stopped.
 */
export async function tellProgress(
  { note, stop, logFault }: Telling,
  work: (watched: Watched) => Promise<void>,
): Promise<void> {
  const abort = new AbortController();
  let step = 0;
  const tell = async (): Promise<void> => {
    if (!(await note(step))) abort.abort();
  };
  const timer = setInterval(() => void tell().catch(logFault), tellEveryMs);
  try {
    await work({
      signal: AbortSignal.any([abort.signal, stop]),
      onStep: (at) => {
        step = at;
      },
    });
  } finally {
    clearInterval(timer);
  }
}
