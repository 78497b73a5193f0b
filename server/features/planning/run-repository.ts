import SQL from '@nearform/sql';
import * as z from 'zod';
import type { PlanProgress } from '#shared/domain/cohort/outcome.ts';
import { one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const waitedSchema = z.object({ isWaitedFor: z.boolean() });

/** Writes down how far the search has come; false when nobody waits for it any more. */
export async function noteProgress(tx: Transaction, planId: string, progress: PlanProgress): Promise<boolean> {
  const { phase, seconds, best, bound } = progress;
  const { isWaitedFor } = await one(
    tx,
    waitedSchema,
    SQL`select note_plan_progress(${planId}, ${phase}, ${seconds}, ${best}, ${bound}) as "isWaitedFor"`,
  );
  return isWaitedFor;
}

/** Null for a search that failed. */
export async function settlePlan(tx: Transaction, planId: string, outcome: object | null): Promise<void> {
  await one(
    tx,
    waitedSchema,
    SQL`select settle_plan(${planId}, ${outcome === null ? null : JSON.stringify(outcome)}::jsonb) as "isWaitedFor"`,
  );
}
