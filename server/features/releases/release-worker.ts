import { makeRelease } from '#shared/domain/benchmark/make-release.ts';
import { makeEffect } from '#shared/domain/effect/make-effect.ts';
import { loadLinearSolver } from '../../platform/solver/linear-solver.ts';
import { limitMemory } from '../../platform/workers/limit-memory.ts';
import { serveTask, tell } from '../../platform/workers/serve-task.ts';
import type { Progress, WorkerInput } from '../../platform/workers/work-queue.ts';
import type { BuildProgress, BuildTask, Built } from './release-builder.ts';

async function work({ task, memoryBytes }: WorkerInput<BuildTask>): Promise<Built> {
  limitMemory(memoryBytes);
  const solver = await loadLinearSolver();
  const startedMs = performance.now();
  let measures = 0;
  const onStep = (): void => {
    measures += 1;
    tell({ kind: 'progress', progress: { measures } } satisfies Progress<BuildProgress>);
  };
  const made =
    task.kind === 'effect' ? makeEffect(task.input, solver, onStep) : makeRelease(task.input, solver, onStep);
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  return { kind: 'made', made, solver: solver.name, seconds };
}

await serveTask(work);
