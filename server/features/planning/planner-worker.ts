import { parentPort, workerData } from 'node:worker_threads';
import { type CostTask, findCosts } from './find-costs.ts';
import { findPlan, type PlanTask } from './find-plan.ts';
import { loadSolver } from './highs.ts';
import type { WorkerMessage } from './planner.ts';

export type WorkerTask = ({ readonly kind: 'plan' } & PlanTask) | ({ readonly kind: 'costs' } & CostTask);
export type WorkerInput = { readonly task: WorkerTask; readonly memoryBytes: number };

const tellEveryMs = 200;
const pageBytes = 65_536;

type Memory = { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
type Wasm = { readonly Memory: { readonly prototype: Memory } };

/** The limits of a worker do not hold for the memory of WebAssembly, so that what grows it is asked here. */
function limitMemory(memoryBytes: number): void {
  const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm };
  const { prototype } = wasm.Memory;
  const grow = prototype.grow;
  prototype.grow = function growWithin(this: Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageBytes > memoryBytes) throw new RangeError('no more memory for the solver');
    return grow.call(this, pages);
  };
}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

async function work({ task, memoryBytes }: WorkerInput): Promise<void> {
  limitMemory(memoryBytes);
  const solver = await loadSolver();
  const now = () => performance.now();
  if (task.kind === 'costs') {
    tell({ kind: 'costs', costs: findCosts(task, solver, now), memoryBytes: solver.memoryBytes() });
    return;
  }
  let toldMs = Number.NEGATIVE_INFINITY;
  let phase = '';
  const outcome = findPlan(task, solver, {
    now,
    onProgress: (progress) => {
      if (progress.phase === phase && now() - toldMs < tellEveryMs) return;
      toldMs = now();
      phase = progress.phase;
      tell({ kind: 'progress', progress });
    },
  });
  tell({ kind: 'outcome', outcome, memoryBytes: solver.memoryBytes() });
}

await work(workerData as WorkerInput);
