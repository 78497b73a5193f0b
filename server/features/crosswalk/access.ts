import { insertLook, insertTaking, isChoiceNamed } from '../../platform/audit/look-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { changedSinceFirst } from '../../platform/content/changed-since-first.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { type AddedRow, findSubmitted, listAdded, type SubmittedRow } from './repository.ts';

export type SharedPlace = { readonly organisationId: string; readonly firmId: string; readonly responseId: string };

/** `added` is null where the firm's consent does not name it to the reader. */
type Stored = { readonly submitted: SubmittedRow; readonly added: readonly AddedRow[] | null };
export type Material = Stored & {
  /** Questions answered with another meaning than the rules of the measures were written for. */
  readonly changedItems: readonly string[];
};

/** What is stored to derive from; of a response that is not submitted yet, as of one that is not ours, nothing. */
export async function readStored(tx: Transaction, responseId: string): Promise<Stored> {
  const submitted = await findSubmitted(tx, responseId);
  if (submitted === undefined) throw new DomainError('not-found');
  return { submitted, added: await listAdded(tx, responseId) };
}

/** What there is to derive from. After the transaction: versions are read in one of their own. */
export async function asMaterial({ published }: Pick<Context, 'published'>, stored: Stored): Promise<Material> {
  const { instrumentVersionId, answers } = stored.submitted;
  const changedItems = await changedSinceFirst(published, instrumentVersionId, Object.keys(answers));
  return { ...stored, changedItems };
}

/** The material of the response that the presented key or session opens. */
export async function readOwn(context: Context, access: AccessContext, responseId: string): Promise<Material> {
  return asMaterial(context, await inTransaction(context.database, access, (tx) => readStored(tx, responseId)));
}

/**
 * The material of a firm that shares its results; the look is written down with the reading, and so is that a file is taken.
 * The firm sees it.
 */
export async function readShared(
  context: Context,
  access: AccessContext,
  { organisationId, firmId, responseId }: SharedPlace,
  file?: 'answer-sheet',
): Promise<Material> {
  const stored = await inTransaction(context.database, access, async (tx) => {
    const accessEventId = context.identifiers.newId();
    const look = { organisationId, firmId, accessEventId };
    const isLetIn =
      file === undefined
        ? await insertLook(tx, { ...look, purpose: 'result' })
        : await insertTaking(tx, { ...look, file });
    if (!isLetIn) throw new DomainError('not-found');
    const found = await readStored(tx, responseId);
    await recordAudit(tx, {
      action: 'firm-looked-at',
      objectKind: 'firm',
      objectId: firmId,
      detail: { organisationId, hasResults: true, hasRequests: false, ...(file !== undefined && { file }) },
    });
    return (await isChoiceNamed(tx)) ? found : { ...found, added: null };
  });
  return asMaterial(context, stored);
}
