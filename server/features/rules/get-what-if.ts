import type * as z from 'zod/mini';
import type { whatIfDocumentSchema, whatIfRunSchema } from '#shared/contracts/what-if.ts';
import { countRulesOf, mostWhatIfsPerDay } from '#shared/domain/routing/rule-drafting/what-if.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asRuleEditor } from './access.ts';
import { findRuleDraft, type RuleDraftRow } from './rule-draft-repository.ts';
import { countWhatIfs, findNewestWhatIf, type WhatIfRow } from './what-if-repository.ts';

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
  const { catalogueVersionId } = await published.currentCatalogue(tx);
  const describe = (row: WhatIfRow | undefined) =>
    row === undefined ? null : describeRun(row, draft, catalogueVersionId);
  return {
    run: describe(await findNewestWhatIf(tx, draft.ruleDraftId)),
    counted: describe(await findNewestWhatIf(tx, draft.ruleDraftId, { isCounted: true })),
    leftToday: Math.max(0, mostWhatIfsPerDay - (await countWhatIfs(tx, clock.now()))),
    mostPerDay: mostWhatIfsPerDay,
    rules: countRulesOf(bundle.disclosure),
  };
}

const describeRun = (row: WhatIfRow, draft: RuleDraftRow, inUse: string): z.input<typeof whatIfRunSchema> => ({
  ...row,
  isOutdated: row.draftRevision !== draft.revision || row.catalogueVersionId !== inUse,
  startedAt: row.startedAt.toISOString(),
  countedAt: row.countedAt?.toISOString() ?? null,
});
