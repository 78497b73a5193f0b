import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import { type Anchor, appendAnchor } from './anchor-file.ts';
import { findHead } from './chain-repository.ts';

export type AnchorParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: { readonly auditAnchorFile: string | undefined };
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
};

async function store(file: string, anchor: Anchor, log: AnchorParts['log']): Promise<void> {
  await appendAnchor(file, anchor).catch((error: unknown) =>
    log.error({ err: error, file }, 'the audit log could not be anchored: its anchor file cannot be written'),
  );
}

/**
 * Notes the newest event of the audit log outside the database: in the file, and in the log of the server, which is
 * often kept elsewhere. Never fails; what goes wrong is in the log.
 */
export async function writeAnchor({ database, clock, config, log }: AnchorParts): Promise<void> {
  try {
    const head = await inTransaction(database, { surface: 'worker' }, findHead);
    if (head === undefined) return;
    const anchor = { ...head, at: clock.now().toISOString() };
    log.info({ auditAnchor: anchor }, 'the newest event of the audit log');
    if (config.auditAnchorFile !== undefined) await store(config.auditAnchorFile, anchor, log);
  } catch (error) {
    log.error({ err: error }, 'the audit log could not be anchored: its newest event cannot be read');
  }
}

/** Said at every start, since a log that nothing outside the database holds can be rewritten as a whole. */
export function warnWithoutAnchorFile({ config, log }: Pick<AnchorParts, 'config' | 'log'>): void {
  if (config.auditAnchorFile !== undefined) return;
  log.warn('AUDIT_ANCHOR_FILE is not set: nothing outside the database shows whether its audit log was rewritten');
}
