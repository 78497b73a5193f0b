import SQL from '@nearform/sql';
import * as z from 'zod';
import { type FirmTarget, targetLevels } from '#shared/domain/scoring/targets.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submittedRowSchema = z.object({
  firmId: z.uuid(),
  dimensions: z.array(z.string()),
  canSet: z.boolean(),
});
export type SubmittedRow = z.infer<typeof submittedRowSchema>;

/** The result on which the targets are shown, and whether whoever opens it may set them. */
export async function findSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow | undefined> {
  return maybeOne(
    tx,
    submittedRowSchema,
    SQL`select s.firm_id as "firmId",
        array(select d ->> 'dimension' from jsonb_array_elements(s.score_profile -> 'dimensions') d) as dimensions,
        -- The example of a demo site is opened by everybody, and decided about by nobody.
        ((select may_decide_for_firm()) and ((select is_firm_claimed()) or not f.is_simulated)) as "canSet"
      from submissions s
      join firms f on f.firm_id = s.firm_id
      where s.response_id = ${responseId}`,
  );
}

const targetRowSchema = z.object({
  dimension: z.string(),
  level: z.literal(targetLevels).nullable(),
  revision: z.int(),
});
export type TargetRow = z.infer<typeof targetRowSchema>;

/** Every area that the firm has ever set a target for, also those that are as proposed again. */
export async function listTargetRows(tx: Transaction, firmId: string): Promise<TargetRow[]> {
  return many(
    tx,
    targetRowSchema,
    SQL`select dimension_code as dimension, level, revision from firm_targets
      where firm_id = ${firmId} order by dimension_code`,
  );
}

export type TargetChange = { readonly dimension: string; readonly level: FirmTarget['level'] | null };

/** Each with the person whose session it is, if there is one; of what is set anew the database writes that down. */
export async function upsertTargets(
  tx: Transaction,
  change: { firmId: string; changes: readonly TargetChange[]; revision: number; setAt: Date },
): Promise<void> {
  const { firmId, changes, revision, setAt } = change;
  await exec(
    tx,
    SQL`insert into firm_targets (firm_id, dimension_code, level, person_id, set_at, revision)
      select ${firmId}, c.dimension, c.level, current_person_id(), ${setAt}, ${revision}
      from unnest(${changes.map(({ dimension }) => dimension)}::text[], ${changes.map(({ level }) => level)}::smallint[])
        as c (dimension, level)
      on conflict on constraint firm_targets_pk do update
      set level = excluded.level, set_at = excluded.set_at, revision = excluded.revision`,
  );
}
