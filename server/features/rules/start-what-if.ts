import { isSameJson } from '#shared/domain/canonical-json.ts';
import { checkRuleChanges } from '#shared/domain/routing/rule-drafting/check-rule-changes.ts';
import { ruleChangesBetween, withRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { countRulesOf, mostWhatIfsPerDay } from '#shared/domain/routing/rule-drafting/what-if.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor, getLockedRuleDraft } from './access.ts';
import { describeWhatIf, type WhatIfBody } from './get-what-if.ts';
import { findCatalogueNumber } from './rule-draft-repository.ts';
import { beginWhatIf } from './what-if-repository.ts';

/** Has the worker count what the draft would change of the version that was seen beside it. */
export async function startWhatIf(
  context: Context,
  access: AccessContext,
  input: { ruleDraftId: string; revision: number; versionNumber: number },
): Promise<WhatIfBody> {
  const { definition } = await context.published.currentInstrumentVersion();
  const told = await asRuleEditor(context, access, async (tx) => {
    const draft = await getLockedRuleDraft(tx, input.ruleDraftId);
    const { catalogue, catalogueVersionId } = await context.published.currentCatalogue(tx);
    const isSeen = (await findCatalogueNumber(tx, catalogueVersionId)) === input.versionNumber;
    if (draft.revision !== input.revision || !isSeen) throw new DomainError('draft-outdated');
    const changed = withRuleChanges(catalogue, draft.changes);
    if (changed === undefined || checkRuleChanges(catalogue, definition.structure, draft.changes).length > 0) {
      throw new DomainError('draft-not-publishable');
    }
    if (isSameJson(changed, catalogue)) throw new DomainError('nothing-changed');
    const whatIfRunId = context.identifiers.newId();
    const outcome = await beginWhatIf(tx, {
      ...input,
      whatIfRunId,
      catalogueVersionId,
      // What says the same in other words is the same question.
      changes: ruleChangesBetween(catalogue, changed),
      rules: countRulesOf(context.bundle.disclosure),
      mostPerDay: mostWhatIfsPerDay,
      startedAt: context.clock.now(),
    });
    if (outcome === 'outdated') throw new DomainError('draft-outdated');
    if (outcome === 'too-many') throw new DomainError('too-many-what-ifs');
    if (outcome !== 'running') {
      await recordAudit(tx, {
        action: 'rules-tried',
        objectKind: 'rule-draft',
        objectId: draft.ruleDraftId,
        detail: { whatIfRunId, revision: draft.revision, isRepeated: outcome === 'repeated' },
      });
    }
    return describeWhatIf(context, tx, draft);
  });
  context.wakeWorker();
  return told;
}
