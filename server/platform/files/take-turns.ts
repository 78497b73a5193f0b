import { DomainError } from '../domain-error.ts';

/**
 * Lets so many work at a time and so many more wait, in the order they came. Whoever is one too many is asked to come
 * back later.
 */
export function createTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = [];
  let working = 0;

  const begin = async (): Promise<void> => {
    if (working < atOnce) {
      working += 1;
      return;
    }
    if (queue.length >= waiting) throw new DomainError('service-unavailable');
    await new Promise<void>((resolve) => queue.push(resolve));
  };

  /** The place goes to the next in line, or is free. */
  const end = (): void => {
    const next = queue.shift();
    if (next === undefined) working -= 1;
    else next();
  };

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    await begin();
    try {
      return await work();
    } finally {
      end();
    }
  };
}
