import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import type { DraftSummaryBody } from './describe.ts';
import { newestVersionId, storeNewDraft } from './store-draft.ts';

/** A draft with the words of any version, to follow the newest one. */
export async function createDraft(
  context: Context,
  access: AccessContext,
  input: { fromVersionId: string; name: string },
): Promise<DraftSummaryBody> {
  return asEditor(context, access, async (tx, editor) => {
    const from = await context.published.findInstrumentVersion(input.fromVersionId, tx);
    if (from === undefined) throw new DomainError('not-found');
    return storeNewDraft(context, tx, {
      name: input.name,
      origin: 'version',
      basedOnVersionId: await newestVersionId(tx),
      content: { sources: sourcesOf(from.definition), translatedFrom: {}, meanings: {} },
      createdBy: editor.name,
    });
  });
}
