import type { Period } from '#shared/domain/retention/period.ts';
import type { RetentionRule, RetentionSchedule } from '#shared/domain/retention/retention-schedule.ts';
import { retentionSteps } from '#shared/domain/retention/retention-schedule.ts';
import { recordAudit } from '../audit/repository.ts';
import type { Clock } from '../clock.ts';
import type { Database, Transaction } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Identifiers } from '../identifier.ts';
import { periodBefore } from '../period.ts';
import { type PlainStep, retireAccounts, retireRows } from './repository.ts';
import { tellUnusedAccounts } from './tell-unused-accounts.ts';

export type RetentionParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly schedule: RetentionSchedule;
};

/** Small, so that nobody waits for it: each batch is a transaction of its own. */
const batch = 200;

type Rule = { readonly code: RetentionRule['code']; readonly after: Period; readonly notice: Period | undefined };

const isPlainStep = (code: RetentionRule['code']): code is PlainStep =>
  Object.hasOwn(retentionSteps, code) && code !== 'unused-accounts';

/**
 * Does batch after batch until one is not full, each written down in the log together with what it did. Rows that
 * somebody else is at are left, so that two processes at once share the work.
 */
async function inBatches(
  { database }: RetentionParts,
  code: string,
  work: (tx: Transaction) => Promise<number>,
): Promise<void> {
  let count = batch;
  while (count === batch) {
    count = await inTransaction(
      database,
      { surface: 'worker' },
      async (tx) => {
        const taken = await work(tx);
        if (taken > 0) {
          const detail = { count: taken };
          await recordAudit(tx, { action: 'retention-applied', objectKind: 'data-class', objectId: code, detail });
        }
        return taken;
      },
      { isRetriable: true },
    );
  }
}

async function applyRule(parts: RetentionParts, { code, after, notice }: Rule): Promise<void> {
  const now = parts.clock.now();
  const limits = { cutoff: periodBefore(now, after), most: batch };
  if (isPlainStep(code)) {
    await inBatches(parts, code, (tx) => retireRows(tx, code, limits));
  } else if (code === 'unused-accounts' && notice !== undefined) {
    await tellUnusedAccounts(parts, { after, notice, most: batch });
    const told = { toldCutoff: periodBefore(now, notice), now };
    await inBatches(parts, code, (tx) => retireAccounts(tx, limits, told));
  }
}

/** Does once what the schedule says. Of what cannot be done the first fault is thrown, after all else has been. */
export async function applyRetention(parts: RetentionParts): Promise<void> {
  const faults: unknown[] = [];
  for (const { code, after, notice } of parts.schedule.rules) {
    if (after === null) continue;
    await applyRule(parts, { code, after, notice }).catch((error: unknown) => faults.push(error));
  }
  if (faults.length > 0) throw faults[0];
}
