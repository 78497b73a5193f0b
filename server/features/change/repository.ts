import SQL from '@nearform/sql';
import * as z from 'zod';
import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import { submittedRoundSchema } from '../../platform/change/round-repository.ts';
import { maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const ownRowSchema = submittedRoundSchema.extend({
  firmId: z.uuid(),
  isSimulated: z.boolean(),
  isClaimed: z.boolean(),
});
export type OwnRow = z.infer<typeof ownRowSchema>;

/** What the presented key or session opens, once it is submitted. */
export async function findOwn(tx: Transaction, responseId: string): Promise<OwnRow | undefined> {
  return maybeOne(
    tx,
    ownRowSchema,
    SQL`select s.response_id as "responseId", a.form_code as "formCode", s.submitted_at as "submittedAt",
        s.instrument_version_id as "instrumentVersionId", s.answers, s.profile, s.score_profile as "scoreProfile",
        f.firm_id as "firmId", f.is_simulated as "isSimulated", is_firm_claimed() as "isClaimed"
      from submissions s
      join responses r on r.firm_id = s.firm_id and r.response_id = s.response_id
      join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id
      join firms f on f.firm_id = s.firm_id
      where s.response_id = ${responseId}`,
  );
}

export type ThenSaid = {
  readonly firmId: string;
  readonly responseId: string;
  readonly since: string;
  readonly dimension: string;
  readonly thenLevel: ThenLevel;
  readonly saidAt: Date;
};

const columnOf = (thenLevel: ThenLevel): number | null => (thenLevel === 'dont-know' ? null : thenLevel);
const keptSchema = z.object({ dimension: z.string() });

/** Whether it stands then: not where something else is said already. */
export async function insertThenLevel(tx: Transaction, said: ThenSaid): Promise<boolean> {
  const kept = await maybeOne(
    tx,
    keptSchema,
    SQL`insert into then_levels (firm_id, response_id, since_response_id, dimension_code, level, said_at)
      values (${said.firmId}, ${said.responseId}, ${said.since}, ${said.dimension}, ${columnOf(said.thenLevel)},
        ${said.saidAt})
      on conflict on constraint then_levels_pk do update set level = excluded.level
      where then_levels.level is not distinct from excluded.level
      returning dimension_code as dimension`,
  );
  return kept !== undefined;
}

/** Whether it stands then: only where what was seen stood, or the same was said already. */
export async function updateThenLevel(tx: Transaction, said: ThenSaid, seen: ThenLevel): Promise<boolean> {
  const level = columnOf(said.thenLevel);
  const kept = await maybeOne(
    tx,
    keptSchema,
    SQL`update then_levels set level = ${level}, said_at = ${said.saidAt}
      where firm_id = ${said.firmId} and response_id = ${said.responseId}
        and since_response_id = ${said.since} and dimension_code = ${said.dimension}
        and (level is not distinct from ${columnOf(seen)} or level is not distinct from ${level})
      returning dimension_code as dimension`,
  );
  return kept !== undefined;
}

/** Whether nothing is said then: only where what was seen stood, or nothing did. */
export async function deleteThenLevel(
  tx: Transaction,
  { firmId, responseId, since, dimension }: Pick<ThenSaid, 'firmId' | 'responseId' | 'since' | 'dimension'>,
  seen: ThenLevel,
): Promise<boolean> {
  const other = await maybeOne(
    tx,
    keptSchema,
    SQL`with gone as (
        delete from then_levels where firm_id = ${firmId} and response_id = ${responseId}
          and since_response_id = ${since} and dimension_code = ${dimension} and level is not distinct from ${columnOf(seen)}
        returning dimension_code
      )
      select dimension_code as dimension from then_levels
      where firm_id = ${firmId} and response_id = ${responseId} and since_response_id = ${since}
        and dimension_code = ${dimension} and not exists (select from gone)`,
  );
  return other === undefined;
}
