import SQL from '@nearform/sql';
import * as z from 'zod';
import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import { submittedRoundSchema } from '../../platform/change/round-repository.ts';
import { exec, maybeOne } from '../../platform/database/query.ts';
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

export async function upsertThenLevel(tx: Transaction, said: ThenSaid): Promise<void> {
  const level = said.thenLevel === 'dont-know' ? null : said.thenLevel;
  await exec(
    tx,
    SQL`insert into then_levels (firm_id, response_id, since_response_id, dimension_code, level, said_at)
      values (${said.firmId}, ${said.responseId}, ${said.since}, ${said.dimension}, ${level}, ${said.saidAt})
      on conflict on constraint then_levels_pk do update set level = excluded.level, said_at = excluded.said_at`,
  );
}

export async function deleteThenLevel(
  tx: Transaction,
  { responseId, since, dimension }: Pick<ThenSaid, 'responseId' | 'since' | 'dimension'>,
): Promise<void> {
  await exec(
    tx,
    SQL`delete from then_levels where response_id = ${responseId} and since_response_id = ${since}
      and dimension_code = ${dimension}`,
  );
}
