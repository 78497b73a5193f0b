import { parseCsv } from 'hucre/csv';
import { readSheet } from 'read-excel-file/node';
import { parse } from 'yaml';
import * as z from 'zod';
import { isWithin } from '../extent.ts';
import { type Failed, serveTask, tell } from '../workers/serve-task.ts';
import { unpacksWithin } from './unpacked-size.ts';

/* Runs as a process of its own; see read-apart.ts. */

const jobSchema = z.union([
  z.strictObject({ yaml: z.string() }),
  z.strictObject({ workbookBase64: z.string() }),
  z.strictObject({ csvBase64: z.string() }),
]);
export type FileJob = z.infer<typeof jobSchema>;

// Ours has no aliases; refusing them keeps a small file from growing large in memory.
const maximumAliases = 0;
/** An export of 106 items nests 11 levels and holds 8,000 values. */
const yamlExtent = { levels: 40, values: 100_000 };
/** An export with every text of 106 items unpacks to less than 1 MB. */
const maximumUnpackedBytes = 20_000_000;

function readYaml(yaml: string): unknown {
  const document: unknown = parse(yaml, { maxAliasCount: maximumAliases, logLevel: 'error' });
  if (!isWithin(document, yamlExtent)) throw new Error('the file nests too deep or holds too much');
  return document;
}

const startOf = (bytes: Buffer): string => bytes.subarray(0, 2).toString('hex');

/** In what encoding: as it says itself in its first bytes, else UTF-8 or, as older spreadsheets save it, Windows-1252. */
function textOf(bytes: Buffer): string {
  // What Excel calls Unicode text.
  if (startOf(bytes) === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (startOf(bytes) === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  return utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

async function read(job: FileJob): Promise<unknown> {
  if ('yaml' in job) return readYaml(job.yaml);
  if ('csvBase64' in job) {
    // With whatever stands between the columns.
    return parseCsv(textOf(Buffer.from(job.csvBase64, 'base64')));
  }
  const workbook = Buffer.from(job.workbookBase64, 'base64');
  if (!unpacksWithin(workbook, maximumUnpackedBytes)) throw new Error('the workbook unpacks to too much');
  return readSheet(workbook, { trim: false });
}

/** That it has loaded, and what came of reading. */
export type ReaderMessage = { readonly kind: 'loaded' } | { readonly kind: 'read'; readonly content: unknown } | Failed;

tell({ kind: 'loaded' } satisfies ReaderMessage);
await serveTask(
  async (job): Promise<Exclude<ReaderMessage, Failed>> => ({ kind: 'read', content: await read(jobSchema.parse(job)) }),
);
