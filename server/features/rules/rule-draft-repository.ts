import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { ruleChangesSchema } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { exec, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Whether the session is an editor's, as the database sees it at this statement. */
export async function isEditor(tx: Transaction): Promise<boolean> {
  const { isEditor: is } = await one(
    tx,
    z.object({ isEditor: z.boolean() }),
    SQL`select cardinality(my_organisation_ids('editor')) > 0 as "isEditor"`,
  );
  return is;
}

const draftRowSchema = z.object({
  ruleDraftId: z.uuid(),
  changes: ruleChangesSchema,
  revision: z.int(),
  changedAt: z.date(),
  changedBy: z.string().nullable(),
});
export type RuleDraftRow = z.infer<typeof draftRowSchema>;

/** The draft that there is. */
export async function findRuleDraft(tx: Transaction): Promise<RuleDraftRow | undefined> {
  return maybeOne(
    tx,
    draftRowSchema,
    SQL`select d.rule_draft_id as "ruleDraftId", d.changes, d.revision, d.changed_at as "changedAt",
        (select c.name from draft_colleagues() c where c.person_id = d.changed_by) as "changedBy"
      from rule_drafts d`,
  );
}

/** The draft of the address, held against other writers until the transaction ends. */
export async function lockRuleDraft(tx: Transaction, ruleDraftId: string): Promise<RuleDraftRow | undefined> {
  await exec(tx, SQL`select 1 from rule_drafts where rule_draft_id = ${ruleDraftId} for update`);
  const draft = await findRuleDraft(tx);
  return draft?.ruleDraftId === ruleDraftId ? draft : undefined;
}

/** Makes an empty draft unless there is one. */
export async function insertRuleDraft(
  tx: Transaction,
  draft: { ruleDraftId: string; changes: RuleChanges; createdAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`insert into rule_drafts (rule_draft_id, changes, created_at, changed_at, changed_by)
      values (${draft.ruleDraftId}, ${JSON.stringify(draft.changes)}, ${draft.createdAt}, ${draft.createdAt},
        current_person_id())
      on conflict on constraint rule_drafts_one do nothing`,
  );
}

export async function updateRuleDraft(
  tx: Transaction,
  draft: { ruleDraftId: string; changes: RuleChanges; changedAt: Date },
): Promise<void> {
  await exec(
    tx,
    SQL`update rule_drafts set changes = ${JSON.stringify(draft.changes)}, revision = revision + 1,
        changed_at = ${draft.changedAt}, changed_by = current_person_id()
      where rule_draft_id = ${draft.ruleDraftId}`,
  );
}

export async function deleteRuleDraft(tx: Transaction, ruleDraftId: string): Promise<void> {
  await exec(tx, SQL`delete from rule_drafts where rule_draft_id = ${ruleDraftId}`);
}

export async function findCatalogueNumber(tx: Transaction, catalogueVersionId: string): Promise<number> {
  const { number } = await one(
    tx,
    z.object({ number: z.int() }),
    SQL`select version_number as number from catalogue_versions where catalogue_version_id = ${catalogueVersionId}`,
  );
  return number;
}

/** The number of the new version; undefined when somebody was faster. */
export async function publishRulesRow(
  tx: Transaction,
  publication: {
    ruleDraftId: string;
    revision: number;
    seenVersionId: string;
    catalogueVersionId: string;
    catalogue: Catalogue;
    sha256: Buffer;
    publishedAt: Date;
  },
): Promise<number | undefined> {
  const { number } = await one(
    tx,
    z.object({ number: z.int().nullable() }),
    SQL`select publish_rules(${publication.ruleDraftId}, ${publication.revision}, ${publication.seenVersionId},
      ${publication.catalogueVersionId}, ${JSON.stringify(publication.catalogue)}, ${publication.sha256},
      ${publication.publishedAt}) as number`,
  );
  return number ?? undefined;
}
