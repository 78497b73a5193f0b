import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { countRulesSchema, type RoutingComparison } from '#shared/domain/routing/compare-routings.ts';
import { routingContextSchema } from '#shared/domain/routing/routing-context.ts';
import { ruleChangesSchema } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What a worker has taken, and by which claim. */
export type HeldRun = { readonly whatIfRunId: string; readonly claimId: string };

const claimedSchema = z.object({
  whatIfRunId: z.uuid(),
  catalogueVersionId: z.uuid(),
  changes: ruleChangesSchema,
  rules: countRulesSchema,
  results: z.int(),
});
export type ClaimedRun = z.infer<typeof claimedSchema> & HeldRun;

export type Lease = { readonly leaseSeconds: number };

/** The run that waits, or that its worker has left. */
export async function claimWhatIf(
  tx: Transaction,
  { claimId, leaseSeconds, now }: Lease & { readonly claimId: string; readonly now: Date },
): Promise<ClaimedRun | undefined> {
  const claimed = await maybeOne(
    tx,
    claimedSchema,
    SQL`select run as "whatIfRunId", version as "catalogueVersionId", with_changes as changes, told_by as rules, results
      from claim_what_if(${claimId}, ${leaseSeconds}, ${now})`,
  );
  return claimed === undefined ? undefined : { ...claimed, claimId };
}

const resultSchema = z.object({
  instrumentVersionId: z.uuid(),
  answers: z.record(z.string(), answerSchema),
  profile: firmProfileSchema,
  scoreProfile: scoreProfileSchema,
  context: z.nullable(routingContextSchema),
});
export type StoredResult = z.infer<typeof resultSchema>;

/** Some results after so many others; those that may not be counted any more are left out. */
export async function listResults(
  tx: Transaction,
  { whatIfRunId, claimId }: HeldRun,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<StoredResult[]> {
  return many(
    tx,
    resultSchema,
    SQL`select instrument_version_id as "instrumentVersionId", answers, profile, score_profile as "scoreProfile", context
      from read_what_if(${whatIfRunId}, ${claimId}, ${after}, ${most})`,
  );
}

const foundSchema = z.object({ found: z.boolean() });

/** False when nobody waits for it any more, or another worker may have it. */
export async function noteWhatIf(
  tx: Transaction,
  { whatIfRunId, claimId }: HeldRun,
  { done, leaseSeconds }: Lease & { readonly done: number },
): Promise<boolean> {
  const query = SQL`select note_what_if(${whatIfRunId}, ${claimId}, ${done}, ${leaseSeconds}) as found`;
  return (await one(tx, foundSchema, query)).found;
}

/** Null: nothing came of it, for a fault. */
export async function settleWhatIf(
  tx: Transaction,
  { whatIfRunId, claimId }: HeldRun,
  { comparison, now }: { readonly comparison: RoutingComparison | null; readonly now: Date },
): Promise<boolean> {
  const told = comparison === null ? null : JSON.stringify(comparison);
  const query = SQL`select settle_what_if(${whatIfRunId}, ${claimId}, ${told}::jsonb, ${now}) as found`;
  return (await one(tx, foundSchema, query)).found;
}

/** For another worker to begin anew. */
export async function putBackWhatIf(tx: Transaction, { whatIfRunId, claimId }: HeldRun): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select put_back_what_if(${whatIfRunId}, ${claimId}) as found`)).found;
}
