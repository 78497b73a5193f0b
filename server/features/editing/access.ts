import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction, TransactionOptions } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findEditorName } from './draft-repository.ts';

export type Editor = { readonly name: string };

/** Runs the work as the signed-in editor; refuses when the session has ended. */
export async function asEditor<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction, editor: Editor) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction(
    context.database,
    access,
    async (tx) => {
      const name = await findEditorName(tx);
      if (name === undefined) throw new DomainError('sign-in-required');
      return work(tx, { name });
    },
    options,
  );
}

/** For work that is heavy before it touches a draft. */
export async function refuseUnlessEditor(context: Context, access: AccessContext): Promise<void> {
  await asEditor(context, access, async () => undefined);
}
