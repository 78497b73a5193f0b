import { parentPort, workerData } from 'node:worker_threads';
import { makeRelease } from '#shared/domain/benchmark/make-release.ts';
import { makeEffect } from '#shared/domain/effect/make-effect.ts';
import { loadLinearSolver } from '../../platform/solver/linear-solver.ts';
import { limitMemory } from '../../platform/threads/limit-memory.ts';
import type { ThreadInput } from '../../platform/threads/thread-queue.ts';
import type { BuilderMessage, BuildTask } from './release-builder.ts';

function tell(message: BuilderMessage): void {
  parentPort?.postMessage(message);
}

async function work({ task, memoryBytes }: ThreadInput<BuildTask>): Promise<void> {
  limitMemory(memoryBytes);
  const solver = await loadLinearSolver();
  const startedMs = performance.now();
  let measures = 0;
  const onStep = (): void => {
    measures += 1;
    tell({ kind: 'progress', progress: { measures } });
  };
  const made =
    task.kind === 'effect' ? makeEffect(task.input, solver, onStep) : makeRelease(task.input, solver, onStep);
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  tell({ kind: 'made', made, solver: solver.name, seconds });
}

await work(workerData as ThreadInput<BuildTask>);
