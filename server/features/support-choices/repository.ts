import SQL from '@nearform/sql';
import * as z from 'zod';
import type { SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { supportChoicesSchema } from '#shared/domain/routing/support-choices.ts';
import { exec, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submittedRowSchema = z.object({
  firmId: z.uuid(),
  suggested: z.array(z.string()),
  dimensions: z.array(z.string()),
});
export type SubmittedRow = z.infer<typeof submittedRowSchema>;

/** The result that the choices are about. */
export async function findSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow | undefined> {
  return maybeOne(
    tx,
    submittedRowSchema,
    SQL`select s.firm_id as "firmId",
        array(select g ->> 'packageCode' from jsonb_array_elements(s.routing -> 'suggestions') g) as suggested,
        array(select d ->> 'dimension' from jsonb_array_elements(s.score_profile -> 'dimensions') d) as dimensions
      from submissions s where s.response_id = ${responseId}`,
  );
}

const choicesRowSchema = z.object({ chosen: supportChoicesSchema, revision: z.int() });
export type ChoicesRow = z.infer<typeof choicesRowSchema>;

export async function findChoices(tx: Transaction, responseId: string): Promise<ChoicesRow | undefined> {
  return maybeOne(
    tx,
    choicesRowSchema,
    SQL`select chosen, revision from support_choices where response_id = ${responseId}`,
  );
}

/** Lets one change of the response follow the other. */
export async function lockResult(tx: Transaction, responseId: string): Promise<void> {
  await exec(tx, SQL`select 1 from responses where response_id = ${responseId} for update`);
}

export async function upsertChoices(
  tx: Transaction,
  choices: { firmId: string; responseId: string; chosen: SupportChoices; changedAt: Date },
): Promise<void> {
  const { firmId, responseId, chosen, changedAt } = choices;
  await exec(
    tx,
    SQL`insert into support_choices (firm_id, response_id, chosen, changed_at)
      values (${firmId}, ${responseId}, ${JSON.stringify(chosen)}, ${changedAt})
      on conflict on constraint support_choices_pk do update
      set chosen = excluded.chosen, changed_at = excluded.changed_at, revision = support_choices.revision + 1`,
  );
}

export async function canDecideForFirm(tx: Transaction): Promise<boolean> {
  const row = await one(tx, z.object({ canDecide: z.boolean() }), SQL`select may_decide_for_firm() as "canDecide"`);
  return row.canDecide;
}
