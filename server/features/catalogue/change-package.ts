import { draftOf } from '#shared/domain/routing/drafting/package-draft.ts';
import { mayDraft } from '#shared/domain/routing/drafting/package-rights.ts';
import { findPackage } from '#shared/domain/routing/drafting/put-package.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPackageEditor, editorFor, getReachableDraft, ownOrganisation } from './access.ts';
import { insertDraftRow } from './catalogue-repository.ts';
import type { DraftSummaryBody } from './describe.ts';
import { describeSummary } from './describe.ts';

/** The organisation's draft of a package in use. A package of others does not exist here. */
export async function changePackage(
  context: Context,
  access: AccessContext,
  input: { organisationId: string; packageCode: string },
): Promise<DraftSummaryBody> {
  return asPackageEditor(context, access, async (tx, organisations) => {
    const organisation = ownOrganisation(organisations, input.organisationId);
    const { catalogue, catalogueVersionId } = await context.published.currentCatalogue(tx);
    const published = findPackage(catalogue, input.packageCode);
    if (published === undefined || !mayDraft(editorFor(organisation), published)) throw new DomainError('not-found');
    const packageDraftId = await insertDraftRow(tx, {
      packageDraftId: context.identifiers.newId(),
      organisationId: organisation.organisationId,
      basedOnVersionId: catalogueVersionId,
      content: draftOf(published),
      createdAt: context.clock.now(),
    });
    return describeSummary(await getReachableDraft(tx, packageDraftId));
  });
}
