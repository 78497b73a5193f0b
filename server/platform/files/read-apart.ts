import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain-error.ts';
import type { FileJob } from './file-reader.ts';
import { createTurns } from './take-turns.ts';

const readerFile = new URL('./file-reader.ts', import.meta.url);
const loadWithinMs = 15_000;
const readWithinMs = 5000;
const memoryMb = 256;

const inTurn = createTurns({ atOnce: 2, waiting: 8 });

/** Not a fault of the file, or not one that we know of: time or memory ran out, or the reader could not start. */
function unavailable(cause: unknown): DomainError {
  return new DomainError('service-unavailable', { cause });
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

async function read(job: FileJob): Promise<unknown> {
  const reader = new Worker(readerFile, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const giveUpAfter = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(unavailable(new Error(`not done within ${ms} ms`))), ms);
      };
      let isLoaded = false;
      giveUpAfter(loadWithinMs);
      reader.on('error', (error: Error) => reject(isLoaded && !isOutOfMemory(error) ? error : unavailable(error)));
      reader.on('exit', () => reject(unavailable(new Error('read nothing'))));
      // The reader says once that it has loaded, and is not charged with the time that took.
      reader.once('message', () => {
        isLoaded = true;
        giveUpAfter(readWithinMs);
        reader.once('message', resolve);
        reader.postMessage(job);
      });
    });
  } finally {
    clearTimeout(timer);
    await reader.terminate();
  }
}

/**
 * Reads a file that somebody sent in a thread of its own, within limits of time and memory and two at a time: a small
 * file can be made to take any amount, and others are answering meanwhile. Rejects with `service-unavailable` when a
 * limit was met, and with anything else when the file is at fault.
 */
export async function readApart(job: FileJob): Promise<unknown> {
  return inTurn(() => read(job));
}
