import type * as z from 'zod/mini';
import type { ruleDraftSchema } from '#shared/contracts/rule-drafts.ts';
import { noRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor, describeRuleDraft } from './access.ts';
import { findRuleDraft, insertRuleDraft } from './rule-draft-repository.ts';

/** The draft that all editors work on: there is one rule set, and so one draft of it. */
export async function createRuleDraft(
  context: Context,
  access: AccessContext,
): Promise<z.input<typeof ruleDraftSchema>> {
  return asRuleEditor(context, access, async (tx) => {
    await insertRuleDraft(tx, {
      ruleDraftId: context.identifiers.newId(),
      changes: noRuleChanges,
      createdAt: context.clock.now(),
    });
    const draft = await findRuleDraft(tx);
    if (draft === undefined) throw new DomainError('not-found');
    return describeRuleDraft(draft);
  });
}
