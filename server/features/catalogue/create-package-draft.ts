import type { LocalisedText } from '#shared/domain/language.ts';
import { blankDraft, newCode } from '#shared/domain/routing/drafting/package-draft.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPackageEditor, getReachableDraft, ownOrganisation } from './access.ts';
import { insertDraftRow, listDraftCodes } from './catalogue-repository.ts';
import type { DraftSummaryBody } from './describe.ts';
import { describeSummary } from './describe.ts';

/** A draft of a package that there is not yet. Its code is made of the English name, since it stands in addresses. */
export async function createPackageDraft(
  context: Context,
  access: AccessContext,
  input: { organisationId: string; name: LocalisedText },
): Promise<DraftSummaryBody> {
  return asPackageEditor(context, access, async (tx, organisations) => {
    const { organisationId, kind, code } = ownOrganisation(organisations, input.organisationId);
    const { catalogue, catalogueVersionId } = await context.published.currentCatalogue(tx);
    const taken = new Set([...catalogue.packages.map((each) => each.code), ...(await listDraftCodes(tx))]);
    const packageDraftId = await insertDraftRow(tx, {
      packageDraftId: context.identifiers.newId(),
      organisationId,
      basedOnVersionId: catalogueVersionId,
      content: blankDraft(newCode(input.name.en, taken), input.name, kind === 'provider' ? code : undefined),
      createdAt: context.clock.now(),
    });
    return describeSummary(await getReachableDraft(tx, packageDraftId));
  });
}
