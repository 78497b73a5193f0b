import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';
import { parse } from 'yaml';
import * as z from 'zod';
import { unpacksWithin } from './unpacked-size.ts';

/* Runs as a thread of its own; see read-apart.ts. */

const jobSchema = z.union([z.strictObject({ yaml: z.string() }), z.strictObject({ workbookBase64: z.string() })]);
export type FileJob = z.infer<typeof jobSchema>;

// Ours has no aliases; refusing them keeps a small file from growing large in memory.
const maximumAliases = 0;
/** An export with every text of 106 items unpacks to less than 1 MB. */
const maximumUnpackedBytes = 20_000_000;

async function read(job: FileJob): Promise<unknown> {
  if ('yaml' in job) return parse(job.yaml, { maxAliasCount: maximumAliases, logLevel: 'error' });
  const workbook = Buffer.from(job.workbookBase64, 'base64');
  if (!unpacksWithin(workbook, maximumUnpackedBytes)) throw new Error('the workbook unpacks to too much');
  return readSheet(workbook, { trim: false });
}

parentPort?.postMessage(await read(jobSchema.parse(workerData)));
