import { ProblemError } from '../../lib/http/errors.ts';

/**
 * Does the work. Where it came too late, what is shown is brought up to date before that is told: otherwise every further
 * attempt would go by the same old state.
 */
export async function bringUpToDate<T>(work: () => Promise<T>, refresh: () => Promise<unknown>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    // That the page cannot be read anew is not what went wrong first.
    if (failure instanceof ProblemError && failure.code === 'changed-meanwhile') await refresh().catch(() => undefined);
    throw failure;
  }
}
