import SQL from '@nearform/sql';
import * as z from 'zod';
import type { CountRules } from '#shared/domain/routing/compare-routings.ts';
import { routingComparisonSchema } from '#shared/domain/routing/compare-routings.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { whatIfStatuses } from '#shared/domain/routing/rule-drafting/what-if.ts';
import { maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const rowSchema = z.object({
  whatIfRunId: z.uuid(),
  status: z.enum(whatIfStatuses),
  draftRevision: z.int(),
  catalogueVersionId: z.uuid(),
  versionNumber: z.int(),
  tenths: z.int(),
  startedAt: z.date(),
  startedBy: z.string().nullable(),
  countedAt: z.date().nullable(),
  isRepeated: z.boolean(),
  comparison: z.nullable(routingComparisonSchema),
});
export type WhatIfRow = z.infer<typeof rowSchema>;

/** The newest of the draft, in whichever state or of those that are counted. */
export async function findNewestWhatIf(
  tx: Transaction,
  ruleDraftId: string,
  { isCounted = false }: { readonly isCounted?: boolean } = {},
): Promise<WhatIfRow | undefined> {
  return maybeOne(
    tx,
    rowSchema,
    SQL`select r.what_if_run_id as "whatIfRunId", r.status, r.draft_revision as "draftRevision",
        r.catalogue_version_id as "catalogueVersionId", v.version_number as "versionNumber", r.tenths,
        r.started_at as "startedAt", r.counted_at as "countedAt", r.is_repeated as "isRepeated", r.comparison,
        (select c.name from draft_colleagues() c where c.person_id = r.started_by) as "startedBy"
      from what_if_runs r join catalogue_versions v on v.catalogue_version_id = r.catalogue_version_id
      where r.rule_draft_id = ${ruleDraftId} and (r.status = 'done' or not ${isCounted}::boolean)
      order by r.begun_order desc limit 1`,
  );
}

/** How many have been counted, or are to be, in the day of the moment. */
export async function countWhatIfs(tx: Transaction, now: Date): Promise<number> {
  return (await one(tx, z.object({ begun: z.int() }), SQL`select count_what_ifs(${now}) as begun`)).begun;
}

const outcomeSchema = z.object({ outcome: z.enum(['begun', 'repeated', 'running', 'outdated', 'too-many']) });
export type BegunWhatIf = z.infer<typeof outcomeSchema>['outcome'];

export async function beginWhatIf(
  tx: Transaction,
  run: {
    whatIfRunId: string;
    ruleDraftId: string;
    revision: number;
    catalogueVersionId: string;
    changes: RuleChanges;
    rules: CountRules;
    mostPerDay: number;
    startedAt: Date;
  },
): Promise<BegunWhatIf> {
  const query = SQL`select begin_what_if(${run.whatIfRunId}, ${run.ruleDraftId}, ${run.revision},
    ${run.catalogueVersionId}, ${JSON.stringify(run.changes)}, ${JSON.stringify(run.rules)}, ${run.mostPerDay},
    ${run.startedAt}) as outcome`;
  return (await one(tx, outcomeSchema, query)).outcome;
}

const foundSchema = z.object({ found: z.boolean() });

/** False when it has ended already. */
export async function stopWhatIfRow(tx: Transaction, whatIfRunId: string, now: Date): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select stop_what_if(${whatIfRunId}, ${now}) as found`)).found;
}
