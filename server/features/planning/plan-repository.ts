import SQL from '@nearform/sql';
import * as z from 'zod';
import { placeNowSchema } from '#shared/domain/cohort/inviting.ts';
import { planPhases } from '#shared/domain/cohort/outcome.ts';
import type { Assignment, PlanProblem } from '#shared/domain/cohort/problem.ts';
import {
  mixWishesSchema,
  planEditionSchema,
  planFirmSchema,
  planProblemSchema,
  planWeightsSchema,
} from '#shared/domain/cohort/problem.ts';
import { municipalityCodeSchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const editionWordsSchema = z.object({
  packageName: localisedTextSchema,
  name: z.string().nullable(),
  municipality: z.string().nullable(),
  unseen: z.int(),
});
const editionFactsSchema = z.object({ ...editionWordsSchema.shape, facts: planEditionSchema });
const firmFactsSchema = z.object({ municipality: municipalityCodeSchema, facts: planFirmSchema });

export type EditionFacts = z.infer<typeof editionFactsSchema> & { readonly editionId: string };
export type FirmFacts = z.infer<typeof firmFactsSchema> & { readonly firmId: string };

export type NewPlan = {
  readonly planId: string;
  readonly organisationId: string;
  readonly fromPlanId: string | null;
  readonly problem: PlanProblem;
  readonly editions: readonly EditionFacts[];
  readonly firms: readonly FirmFacts[];
  readonly isSimulated: boolean;
  readonly createdAt: Date;
};

export async function insertPlan(tx: Transaction, plan: NewPlan): Promise<void> {
  const { planId, organisationId, problem } = plan;
  const { rules, wishes, weights, servedBefore } = problem;
  await exec(
    tx,
    SQL`insert into plans (plan_id, organisation_id, from_plan_id, most_km, editions_per_firm, wishes, weights,
        served_before, firm_count, is_simulated, created_by, created_at)
      values (${planId}, ${organisationId}, ${plan.fromPlanId}, ${rules.mostKm}, ${rules.editionsPerFirm},
        ${JSON.stringify(wishes)}, ${JSON.stringify(weights)}, ${JSON.stringify(servedBefore)}, ${plan.firms.length},
        ${plan.isSimulated}, current_person_id(), ${plan.createdAt})`,
  );
  await exec(
    tx,
    SQL`insert into plan_editions (plan_id, edition_id, facts, must_run)
      select ${planId}::uuid, (e.value ->> 'editionId')::uuid, e.value - 'editionId',
        (e.value ->> 'editionId')::uuid = any (${rules.mustRun}::uuid[])
      from jsonb_array_elements(${JSON.stringify(plan.editions)}::jsonb) e`,
  );
  await exec(
    tx,
    SQL`insert into plan_firms (plan_id, firm_id, organisation_id, facts)
      select ${planId}::uuid, (f.value ->> 'firmId')::uuid, ${organisationId}::uuid,
        jsonb_build_object('municipality', f.value -> 'municipality', 'facts', f.value -> 'facts')
      from jsonb_array_elements(${JSON.stringify(plan.firms)}::jsonb) f`,
  );
  await exec(
    tx,
    SQL`insert into plan_rules (plan_id, firm_id, rule_number, kind, edition_id)
      select ${planId}::uuid, (r.value ->> 'firmId')::uuid, (r.value ->> 'number')::integer, r.value ->> 'kind',
        (r.value ->> 'editionId')::uuid
      from jsonb_array_elements(${JSON.stringify(ruleRowsOf(problem))}::jsonb) r`,
  );
}

type RuleRow = { number: number; kind: string; firmId: string; editionId?: string };

/** Rules about firms in one numbering: held together, kept apart, locks. */
function ruleRowsOf({ rules }: PlanProblem): RuleRow[] {
  const { together, apart, locks } = rules;
  const pairRows = (kind: string, pairs: readonly (readonly string[])[], first: number): RuleRow[] =>
    pairs.flatMap((pair, index) => pair.map((firmId) => ({ number: first + index, kind, firmId })));
  return [
    ...pairRows('together', together, 0),
    ...pairRows('apart', apart, together.length),
    ...locks.map((lock, index) => ({ number: together.length + apart.length + index, ...lock })),
  ];
}

const planRowSchema = z.object({
  planId: z.uuid(),
  organisationId: z.uuid(),
  fromPlanId: z.uuid().nullable(),
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

const storedEditionSchema = editionFactsSchema.extend({
  editionId: z.uuid(),
  mustRun: z.boolean(),
  isHeld: z.boolean(),
  clashes: z.array(z.enum(['places', 'minimum', 'run'])),
});
export type StoredEdition = z.infer<typeof storedEditionSchema>;

export async function listPlanEditions(tx: Transaction, planId: string): Promise<StoredEdition[]> {
  return many(
    tx,
    storedEditionSchema,
    SQL`select edition_id as "editionId", facts ->> 'name' as name, facts -> 'packageName' as "packageName",
        facts ->> 'municipality' as municipality, (facts ->> 'unseen')::integer as unseen, facts -> 'facts' as facts,
        must_run as "mustRun", is_held as "isHeld", clashes
      from plan_editions where plan_id = ${planId}
      order by facts -> 'facts' -> 'period' ->> 'from', edition_id`,
  );
}

const storedFirmSchema = firmFactsSchema.extend({
  firmId: z.uuid(),
  name: z.string().nullable(),
  isSimulated: z.boolean(),
});
export type StoredFirm = z.infer<typeof storedFirmSchema>;

/** Of the firms in the plan, those that still share their results. */
export async function listPlanFirms(tx: Transaction, planId: string): Promise<StoredFirm[]> {
  return many(
    tx,
    storedFirmSchema,
    SQL`select p.firm_id as "firmId", f.name, f.is_simulated as "isSimulated", p.facts ->> 'municipality' as municipality,
        p.facts -> 'facts' as facts
      from plan_firms p join firms f on f.firm_id = p.firm_id
      where p.plan_id = ${planId}
      order by f.name, p.firm_id`,
  );
}

const ruleRowSchema = z.object({
  number: z.int(),
  kind: z.enum(['in', 'out', 'somewhere', 'nowhere', 'together', 'apart', 'once', 'dates', 'distance', 'need']),
  editionId: z.uuid().nullable(),
  firmIds: z.array(z.uuid()),
  isClashing: z.boolean(),
});
export type StoredRule = z.infer<typeof ruleRowSchema>;

export async function listPlanRules(tx: Transaction, planId: string): Promise<StoredRule[]> {
  return many(
    tx,
    ruleRowSchema,
    SQL`select rule_number as number, kind, edition_id as "editionId", array_agg(firm_id order by firm_id) as "firmIds",
        bool_or(is_clashing) as "isClashing"
      from plan_rules where plan_id = ${planId}
      group by rule_number, kind, edition_id order by rule_number`,
  );
}

const placeRowSchema = z.object({ firmId: z.uuid(), editionId: z.uuid() });

export async function listPlanPlaces(tx: Transaction, planId: string): Promise<Assignment[]> {
  return many(
    tx,
    placeRowSchema,
    SQL`select firm_id as "firmId", edition_id as "editionId" from plan_places where plan_id = ${planId}
      order by edition_id, firm_id`,
  );
}

const placeNowRowSchema = z.object({ ...placeRowSchema.shape, ...placeNowSchema.shape, revision: z.int() });
export type PlaceNowRow = z.infer<typeof placeNowRowSchema>;

/**
 * Where there is something by now between a firm of the plan and its edition: a place there, or else what comes of the
 * package in another edition of the organisation, or else what it came to there.
 */
export async function listPlacesNow(tx: Transaction, planId: string): Promise<PlaceNowRow[]> {
  return many(
    tx,
    placeNowRowSchema,
    SQL`select distinct on (s.edition_id, s.firm_id) s.firm_id as "firmId", s.edition_id as "editionId", n.status,
        n.edition_id <> s.edition_id as "isElsewhere", n.status_since > p.created_at as "isSincePlan", n.revision
      from plan_places s
      join plans p on p.plan_id = s.plan_id
      join editions e on e.edition_id = s.edition_id
      join placements n on n.organisation_id = p.organisation_id and n.firm_id = s.firm_id
        and (n.edition_id = s.edition_id
          or n.package_code = e.package_code and n.status in ('invited', 'placed', 'waiting', 'completed'))
      where s.plan_id = ${planId}
      order by s.edition_id, s.firm_id, n.edition_id = s.edition_id and n.status in ('invited', 'placed', 'completed') desc,
        n.edition_id <> s.edition_id desc, n.status_since desc`,
  );
}

const requestRowSchema = z.object({ firmId: z.uuid(), packageCode: z.string(), isUnanswered: z.boolean() });

/** What firms of the plan have asked the organisation for, of the packages of its editions, and that goes on. */
export async function listRequestsNow(tx: Transaction, planId: string): Promise<z.infer<typeof requestRowSchema>[]> {
  return many(
    tx,
    requestRowSchema,
    SQL`select r.firm_id as "firmId", r.package_code as "packageCode", bool_or(r.status = 'chosen') as "isUnanswered"
      from plans p
      join organisations o on o.organisation_id = p.organisation_id
      join plan_firms f on f.plan_id = p.plan_id
      join referrals r on r.firm_id = f.firm_id and r.provider_code = o.code
      where p.plan_id = ${planId} and r.status in ('chosen', 'accepted', 'started')
        and r.package_code in (
          select e.package_code from plan_editions s join editions e on e.edition_id = s.edition_id where s.plan_id = p.plan_id
        )
      group by r.firm_id, r.package_code order by r.firm_id, r.package_code`,
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
