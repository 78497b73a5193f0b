import type * as z from 'zod/mini';
import type { rulesDocumentSchema } from '#shared/contracts/rule-drafts.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asRuleEditor, describeRuleDraft } from './access.ts';
import { findCatalogueNumber, findRuleDraft } from './rule-draft-repository.ts';

export async function getRules(context: Context, access: AccessContext): Promise<z.input<typeof rulesDocumentSchema>> {
  return asRuleEditor(context, access, async (tx) => {
    const { catalogueVersionId } = await context.published.currentCatalogue(tx);
    const draft = await findRuleDraft(tx);
    return {
      catalogueVersionId,
      versionNumber: await findCatalogueNumber(tx, catalogueVersionId),
      draft: draft === undefined ? null : describeRuleDraft(draft),
    };
  });
}
