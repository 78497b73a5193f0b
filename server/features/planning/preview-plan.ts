import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type Candidates, type Choice, readableBy, readCandidates } from './read-candidates.ts';
import { refuseTooMany } from './refuse-too-many.ts';

/** Whom the editions could be planned for. */
export async function previewPlan(
  context: Context,
  access: AccessContext,
  choice: Choice,
): Promise<Omit<Candidates, 'servedBefore'>> {
  const readable = await readableBy(context);
  const { servedBefore: _, ...shown } = await inTransaction(context.database, access, async (tx) =>
    refuseTooMany(await readCandidates(readable, tx, choice)),
  );
  return shown;
}
