import type * as z from 'zod/mini';
import type { supportChoicesDocumentSchema } from '#shared/contracts/support-choices.ts';
import { noChoices, type SupportChoices } from '#shared/domain/routing/support-choices.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { canDecideForFirm, findChoices, findSubmitted, type SubmittedRow } from './repository.ts';

export type ChoicesBody = z.input<typeof supportChoicesDocumentSchema>;

/** The result, which there must be for anything to be chosen. */
export async function getSubmitted(tx: Transaction, responseId: string): Promise<SubmittedRow> {
  const submitted = await findSubmitted(tx, responseId);
  if (submitted === undefined) throw new DomainError('not-found');
  return submitted;
}

/** What the firm itself has chosen, for its own files. */
export async function findOwnChoices(tx: Transaction, responseId: string): Promise<SupportChoices> {
  return (await findChoices(tx, responseId))?.chosen ?? noChoices;
}

export async function describeChoices(tx: Transaction, responseId: string): Promise<ChoicesBody> {
  const stored = await findChoices(tx, responseId);
  const canChange = await canDecideForFirm(tx);
  return { ...(stored?.chosen ?? noChoices), revision: stored?.revision ?? 0, canChange };
}

export async function getSupportChoices(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<ChoicesBody> {
  return inTransaction(context.database, access, async (tx) => {
    await getSubmitted(tx, responseId);
    return describeChoices(tx, responseId);
  });
}
