import { DomainError } from '../domain-error.ts';
import { startWorker } from '../workers/worker-process.ts';
import type { FileJob, ReaderMessage } from './file-reader.ts';
import { createTurns } from './take-turns.ts';

const readerFile = new URL('./file-reader.ts', import.meta.url);
const loadWithinMs = 15_000;
const readWithinMs = 5000;
const memoryMb = 256;

const inTurn = createTurns({ atOnce: 2, waiting: 8 });

/** Not a fault of the file, or not one that we know of: time or memory ran out, or the reader could not start. */
function unavailable(why: string): DomainError {
  return new DomainError('service-unavailable', { cause: new Error(why) });
}

async function read(job: FileJob): Promise<unknown> {
  const reader = startWorker(readerFile, memoryMb);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const giveUpAfter = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(unavailable(`not done within ${ms} ms`)), ms);
      };
      giveUpAfter(loadWithinMs);
      void reader.ended.then((how) => reject(unavailable(`the reader ended with ${how}`)));
      reader.process.on('message', (message) => {
        const said = message as ReaderMessage;
        if (said.kind === 'read') resolve(said.content);
        else if (said.kind === 'failed') reject(new Error(said.reason));
        else {
          // It has loaded, and is not charged with the time that took.
          giveUpAfter(readWithinMs);
          reader.process.send(job, () => undefined);
        }
      });
    });
  } finally {
    clearTimeout(timer);
    await reader.end();
  }
}

/**
 * Reads a file that somebody sent in a process of its own, within limits of time and memory and two at a time: a small
 * file can be made to take any amount, and others are answering meanwhile. Rejects with `service-unavailable` when a
 * limit was met, and with anything else when the file is at fault.
 */
export async function readApart(job: FileJob): Promise<unknown> {
  return inTurn(() => read(job));
}
