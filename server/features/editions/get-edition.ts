import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type EditionAt, getOwnEdition } from './access.ts';
import { describeEdition, type EditionBody } from './describe-edition.ts';

export async function getEdition(context: Context, access: AccessContext, place: EditionAt): Promise<EditionBody> {
  const { catalogue } = await context.published.currentCatalogue();
  const edition = await inTransaction(context.database, access, (tx) => getOwnEdition(tx, place));
  return describeEdition(context, edition, catalogue);
}
