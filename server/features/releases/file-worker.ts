import { limitMemory } from '../../platform/workers/limit-memory.ts';
import { serveTask } from '../../platform/workers/serve-task.ts';
import type { WorkerInput } from '../../platform/workers/work-queue.ts';
import type { FileDone, FileTask } from './file-maker.ts';
import { digestOf, type FileDigest, filesOf } from './files/list-files.ts';
import { papersOf } from './pack/papers-of.ts';

async function answer(task: FileTask): Promise<FileDone> {
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

await serveTask(async ({ task, memoryBytes }: WorkerInput<FileTask>) => {
  limitMemory(memoryBytes);
  return answer(task);
});
