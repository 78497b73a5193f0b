import { serveTask } from '../../platform/workers/serve-task.ts';
import type { WorkerInput } from '../../platform/workers/work-queue.ts';
import type { PaperDone } from './paper-maker.ts';
import { renderReport } from './render-report.ts';
import type { PaperTask } from './telling.ts';

await serveTask(
  async ({ task }: WorkerInput<PaperTask>): Promise<PaperDone> => ({ kind: 'made', bytes: await renderReport(task) }),
);
