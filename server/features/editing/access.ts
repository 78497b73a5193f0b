import type { Context } from '../../platform/context.ts';
import type { Transaction, TransactionOptions } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findEditorName } from '../../platform/editor-session/repository.ts';

export type Editor = { readonly name: string };

/** Runs the work as the signed-in editor; refuses when the session has ended. */
export async function asEditor<T>(
  context: Context,
  editorKey: string,
  work: (tx: Transaction, editor: Editor) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction(
    context.database,
    { editorKey },
    async (tx) => {
      const name = await findEditorName(tx);
      if (name === undefined) throw new DomainError('sign-in-required');
      return work(tx, { name });
    },
    options,
  );
}
