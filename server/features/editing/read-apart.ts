import { Worker } from 'node:worker_threads';
import type { FileJob } from './file-reader.ts';

const readerFile = new URL('./file-reader.ts', import.meta.url);
const withinMs = 5000;
const memoryMb = 256;

/**
 * Reads a file that somebody sent in a thread of its own, within limits of time and memory: a small file can be made
 * to take any amount of both, and others are answering meanwhile. Rejects when the file cannot be read.
 */
export async function readApart(job: FileJob): Promise<unknown> {
  const reader = new Worker(readerFile, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`not read within ${withinMs} ms`)), withinMs);
      reader
        .once('message', resolve)
        .once('error', reject)
        .once('exit', () => reject(new Error('read nothing')));
    });
  } finally {
    clearTimeout(timer);
    await reader.terminate();
  }
}
