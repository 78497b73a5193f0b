import type * as z from 'zod/mini';
import type { publishRules as endpoint } from '#shared/contracts/rule-drafts.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import { checkRuleChanges } from '#shared/domain/routing/rule-drafting/check-rule-changes.ts';
import { withRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor, getLockedRuleDraft } from './access.ts';
import { findCatalogueNumber, publishRulesRow } from './rule-draft-repository.ts';
import { stopWhatIfOf } from './stop-what-if.ts';

/** Publishes the draft in a new version of the catalogue, over the version that was seen beside it. */
export async function publishRules(
  context: Context,
  access: AccessContext,
  input: { ruleDraftId: string; revision: number; versionNumber: number },
): Promise<z.input<(typeof endpoint)['responses'][201]>> {
  const { definition } = await context.published.currentInstrumentVersion();
  return asRuleEditor(context, access, async (tx) => {
    const draft = await getLockedRuleDraft(tx, input.ruleDraftId);
    const { catalogue, catalogueVersionId: seenVersionId } = await context.published.currentCatalogue(tx);
    const isSeen = (await findCatalogueNumber(tx, seenVersionId)) === input.versionNumber;
    if (draft.revision !== input.revision || !isSeen) throw new DomainError('draft-outdated');
    const issues = checkRuleChanges(catalogue, definition.structure, draft.changes);
    const changed = withRuleChanges(catalogue, draft.changes);
    if (issues.length > 0 || changed === undefined) {
      throw new DomainError('draft-not-publishable', { members: { issues } });
    }
    if (isSameJson(changed, catalogue)) throw new DomainError('nothing-changed');
    await stopWhatIfOf(context, tx, draft);
    const catalogueVersionId = context.identifiers.newId();
    const versionNumber = await publishRulesRow(tx, {
      ...draft,
      seenVersionId,
      catalogueVersionId,
      catalogue: changed,
      sha256: sha256OfJson(changed),
      publishedAt: context.clock.now(),
    });
    if (versionNumber === undefined) throw new DomainError('draft-outdated');
    await recordAudit(tx, {
      action: 'rules-published',
      objectKind: 'catalogue-version',
      objectId: catalogueVersionId,
      detail: { number: versionNumber },
    });
    return { catalogueVersionId, versionNumber };
  });
}
