import SQL from '@nearform/sql';
import * as z from 'zod';
import { planPhases } from '#shared/domain/cohort/outcome.ts';
import { mixWishesSchema, planProblemSchema, planWeightsSchema } from '#shared/domain/cohort/problem.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const planRowSchema = z.object({
  planId: z.uuid(),
  organisationId: z.uuid(),
  fromPlanId: z.uuid().nullable(),
  pointsVersion: z.int(),
  status: z.enum(['waiting', 'solving', 'done', 'cancelled', 'failed', 'interrupted']),
  createdAt: z.date(),
  createdBy: z.string().nullable(),
  outcome: z.enum(['optimal', 'feasible', 'infeasible', 'none-in-time']).nullable(),
});

const wholeRowSchema = planRowSchema.extend({
  mostKm: z.int().nullable(),
  editionsPerFirm: z.int(),
  wishes: mixWishesSchema,
  weights: planWeightsSchema,
  servedBefore: planProblemSchema.shape.servedBefore,
  firmCount: z.int(),
  gapPercent: z.number().nullable(),
  isIrreducible: z.boolean().nullable(),
  seconds: z.number().nullable(),
  solver: z.string().nullable(),
  columns: z.int().nullable(),
  rows: z.int().nullable(),
  phase: z.enum(planPhases),
  phaseSeconds: z.number(),
  best: z.number().nullable(),
  bound: z.number().nullable(),
});
export type PlanRow = z.infer<typeof wholeRowSchema>;

/** Of a search nothing has been heard of for this long, its process is gone. */
const columns = SQL`p.plan_id as "planId", p.organisation_id as "organisationId", p.from_plan_id as "fromPlanId",
    p.points_version as "pointsVersion",
    case when p.status in ('waiting', 'solving') and p.heartbeat_at < now() - interval '15 seconds' then 'interrupted'
      else p.status end as status,
    p.created_at as "createdAt", w.name as "createdBy", p.outcome`;

export type PlanPlace = { readonly organisationId: string; readonly planId: string };

export async function findPlanRow(
  tx: Transaction,
  { organisationId, planId }: PlanPlace,
): Promise<PlanRow | undefined> {
  return maybeOne(
    tx,
    wholeRowSchema,
    SQL`select ${columns}, p.most_km as "mostKm", p.editions_per_firm as "editionsPerFirm", p.wishes, p.weights,
        p.served_before as "servedBefore", p.firm_count as "firmCount", p.gap_percent as "gapPercent",
        p.is_irreducible as "isIrreducible", p.seconds, p.solver, p.model_columns as columns, p.model_rows as rows,
        p.phase, p.phase_seconds as "phaseSeconds", p.best, p.bound
      from plans p left join people w on w.person_id = p.created_by
      where p.organisation_id = ${organisationId} and p.plan_id = ${planId}`,
  );
}

/** Held until the transaction ends: of two who begin a search for the organisation at once, one sees the other's. */
export async function holdPlanning(tx: Transaction, organisationId: string): Promise<void> {
  await exec(tx, SQL`select pg_advisory_xact_lock(hashtextextended(${`planning:${organisationId}`}, 0))`);
}

/** Whether a search for the organisation waits or goes on. */
export async function isPlanning(tx: Transaction, organisationId: string): Promise<boolean> {
  const found = await maybeOne(
    tx,
    z.object({ planId: z.uuid() }),
    SQL`select plan_id as "planId" from plans
      where organisation_id = ${organisationId} and status in ('waiting', 'solving')
        and heartbeat_at >= now() - interval '15 seconds'
      limit 1`,
  );
  return found !== undefined;
}

const summaryRowSchema = planRowSchema.extend({ editions: z.int(), firms: z.int(), placed: z.int() });
export type SummaryRow = z.infer<typeof summaryRowSchema>;

export async function listPlanRows(tx: Transaction, organisationId: string, most: number): Promise<SummaryRow[]> {
  return many(
    tx,
    summaryRowSchema,
    SQL`select ${columns}, p.firm_count as firms,
        (select count(*)::integer from plan_editions e where e.plan_id = p.plan_id) as editions,
        (select count(*)::integer from plan_places s where s.plan_id = p.plan_id) as placed
      from plans p left join people w on w.person_id = p.created_by
      where p.organisation_id = ${organisationId}
      order by p.created_at desc, p.plan_id desc limit ${most}`,
  );
}

/** False when there is no search to call off any more. */
export async function cancelPlanRow(tx: Transaction, { organisationId, planId }: PlanPlace): Promise<boolean> {
  const cancelled = await maybeOne(
    tx,
    z.object({ planId: z.uuid() }),
    SQL`update plans set status = 'cancelled'
      where organisation_id = ${organisationId} and plan_id = ${planId} and status in ('waiting', 'solving')
      returning plan_id as "planId"`,
  );
  return cancelled !== undefined;
}
