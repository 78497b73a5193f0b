import SQL from '@nearform/sql';
import { pointsVersion } from '#shared/domain/cohort/points-version.ts';
import type { PlanProblem } from '#shared/domain/cohort/problem.ts';
import { exec } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { EditionFacts, FirmFacts } from './plan-parts-repository.ts';

export type NewPlan = {
  readonly planId: string;
  readonly organisationId: string;
  readonly fromPlanId: string | null;
  readonly problem: PlanProblem;
  readonly editions: readonly EditionFacts[];
  readonly firms: readonly FirmFacts[];
  readonly isSimulated: boolean;
  readonly createdAt: Date;
  readonly isQueued: boolean;
};

export async function insertPlan(tx: Transaction, plan: NewPlan): Promise<void> {
  const { planId, organisationId, problem } = plan;
  const { rules, wishes, weights, servedBefore } = problem;
  await exec(
    tx,
    SQL`insert into plans (plan_id, organisation_id, from_plan_id, most_km, editions_per_firm, wishes, weights,
        points_version, served_before, firm_count, is_simulated, phase, created_by, created_at)
      values (${planId}, ${organisationId}, ${plan.fromPlanId}, ${rules.mostKm}, ${rules.editionsPerFirm},
        ${JSON.stringify(wishes)}, ${JSON.stringify(weights)}, ${pointsVersion},
        ${JSON.stringify(servedBefore)}, ${plan.firms.length}, ${plan.isSimulated},
        ${plan.isQueued ? 'waiting' : 'building'}, current_person_id(), ${plan.createdAt})`,
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
