import type * as z from 'zod/mini';
import type { ruleDraftSchema } from '#shared/contracts/rule-drafts.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { isEditor, lockRuleDraft, type RuleDraftRow } from './rule-draft-repository.ts';

/** Runs the work for an editor; refuses when the session has ended meanwhile. */
export async function asRuleEditor<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    if (!(await isEditor(tx))) throw new DomainError('sign-in-required');
    return work(tx);
  });
}

export async function getLockedRuleDraft(tx: Transaction, ruleDraftId: string): Promise<RuleDraftRow> {
  const draft = await lockRuleDraft(tx, ruleDraftId);
  if (draft === undefined) throw new DomainError('not-found');
  return draft;
}

export function describeRuleDraft({ changedAt, ...row }: RuleDraftRow): z.input<typeof ruleDraftSchema> {
  return { ...row, changedAt: changedAt.toISOString() };
}
