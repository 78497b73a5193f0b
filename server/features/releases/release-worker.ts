import { parentPort, workerData } from 'node:worker_threads';
import { makeRelease, type ReleaseInput } from '#shared/domain/benchmark/make-release.ts';
import { loadLinearSolver } from '../../platform/solver/linear-solver.ts';
import { limitMemory } from '../../platform/threads/limit-memory.ts';
import type { ThreadInput } from '../../platform/threads/thread-queue.ts';
import type { BuilderMessage } from './release-builder.ts';

function tell(message: BuilderMessage): void {
  parentPort?.postMessage(message);
}

async function work({ task, memoryBytes }: ThreadInput<ReleaseInput>): Promise<void> {
  limitMemory(memoryBytes);
  const solver = await loadLinearSolver();
  const startedMs = performance.now();
  let measures = 0;
  const made = makeRelease(task, solver, () => {
    measures += 1;
    tell({ kind: 'progress', progress: { measures } });
  });
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  tell({ kind: 'made', made, solver: solver.name, seconds });
}

await work(workerData as ThreadInput<ReleaseInput>);
