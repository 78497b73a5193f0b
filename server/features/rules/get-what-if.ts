import type * as z from 'zod/mini';
import type { whatIfDocumentSchema } from '#shared/contracts/what-if.ts';
import { countRulesOf, mostWhatIfsPerDay } from '#shared/domain/routing/rule-drafting/what-if.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor } from './access.ts';
import { findRuleDraft, type RuleDraftRow } from './rule-draft-repository.ts';
import { countWhatIfs, findNewestWhatIf } from './what-if-repository.ts';

export type WhatIfBody = z.input<typeof whatIfDocumentSchema>;

/** What the draft would change, as far as it has been asked. */
export async function getWhatIf(
  context: Context,
  access: AccessContext,
  { ruleDraftId }: { ruleDraftId: string },
): Promise<WhatIfBody> {
  return asRuleEditor(context, access, async (tx) => describeWhatIf(context, tx, await getDraft(tx, ruleDraftId)));
}

async function getDraft(tx: Transaction, ruleDraftId: string): Promise<RuleDraftRow> {
  const draft = await findRuleDraft(tx);
  if (draft?.ruleDraftId !== ruleDraftId) throw new DomainError('not-found');
  return draft;
}

export async function describeWhatIf(
  { bundle, clock, published }: Context,
  tx: Transaction,
  draft: RuleDraftRow,
): Promise<WhatIfBody> {
  const row = await findNewestWhatIf(tx, draft.ruleDraftId);
  const inUse = await published.currentCatalogue(tx);
  return {
    run:
      row === undefined
        ? null
        : {
            ...row,
            isOutdated: row.draftRevision !== draft.revision || row.catalogueVersionId !== inUse.catalogueVersionId,
            startedAt: row.startedAt.toISOString(),
            countedAt: row.countedAt?.toISOString() ?? null,
          },
    leftToday: Math.max(0, mostWhatIfsPerDay - (await countWhatIfs(tx, clock.now()))),
    mostPerDay: mostWhatIfsPerDay,
    rules: countRulesOf(bundle.disclosure),
  };
}
