import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadInput } from '../../platform/threads/thread-queue.ts';
import type { PaperMessage } from './paper-maker.ts';
import { renderReport } from './render-report.ts';
import type { PaperTask } from './telling.ts';

const { task } = workerData as ThreadInput<PaperTask>;
const answer: PaperMessage = { kind: 'made', bytes: await renderReport(task) };
parentPort?.postMessage(answer);
