import { parentPort, workerData } from 'node:worker_threads';
import { limitMemory } from '../../platform/threads/limit-memory.ts';
import type { ThreadInput } from '../../platform/threads/thread-queue.ts';
import type { FileMessage, FileTask } from './file-maker.ts';
import { digestOf, type FileDigest, filesOf } from './files/list-files.ts';
import { papersOf } from './pack/papers-of.ts';

async function answer(task: FileTask): Promise<FileMessage> {
  switch (task.kind) {
    case 'file': {
      const file = filesOf(task.source).find(({ name }) => name === task.name);
      if (file === undefined) throw new Error(`a release has no file ${task.name}`);
      return { kind: 'made', bytes: await file.make() };
    }
    case 'papers': {
      const papers = papersOf(task.source, task.pack);
      if (papers === undefined) throw new Error(`${task.pack.code} has no papers of this release`);
      return { kind: 'made', bytes: await papers.make(task.language, task.beside) };
    }
    case 'digests': {
      const digests: FileDigest[] = [];
      for (const { make } of filesOf(task.source)) digests.push(digestOf(await make()));
      return { kind: 'digested', digests };
    }
  }
}

const { task, memoryBytes } = workerData as ThreadInput<FileTask>;
limitMemory(memoryBytes);
parentPort?.postMessage(await answer(task));
