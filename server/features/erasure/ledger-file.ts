import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { erasureBases, erasureScopes } from '#shared/domain/erasure/erasure.ts';
import { appendJsonLine, type JsonLines, parseJsonLines } from '../../platform/json-lines.ts';

const ledgerEntrySchema = z.object({
  erasureRequestId: z.uuid(),
  scope: z.enum(erasureScopes),
  /** Of the person or the firm. Says nothing to anybody once it is erased. */
  subjectId: z.uuid(),
  decision: z.enum(['granted', 'partly-granted']),
  basis: z.enum(erasureBases),
  at: z.iso.datetime(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** Where the ledger is kept when the embedded database is used, and nothing else is said. */
export function ledgerFileIn(folder: string): string {
  return path.join(folder, 'erasures.jsonl');
}

/** The oldest first. A file that is not there yet holds none. */
export async function readLedger(file: string): Promise<JsonLines<LedgerEntry>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return parseJsonLines(text, ledgerEntrySchema);
}

/** Resolves when it is on the disk; at once where no file is configured, which the start has said. */
export async function appendToLedger(file: string | undefined, entry: LedgerEntry): Promise<void> {
  if (file !== undefined) await appendJsonLine(file, entry);
}

/** Said at every start, since a backup that is restored brings back what was erased after it was made. */
export function warnWithoutLedgerFile(file: string | undefined, log: { warn(message: string): void }): void {
  if (file !== undefined) return;
  log.warn('ERASURE_LEDGER_FILE is not set: what is erased comes back with a backup that is older');
}
