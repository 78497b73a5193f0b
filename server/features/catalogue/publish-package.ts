import type * as z from 'zod/mini';
import type { publishPackage as endpoint } from '#shared/contracts/catalogue.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { checkPackageDraft } from '#shared/domain/routing/drafting/check-package-draft.ts';
import { fieldWords } from '#shared/domain/routing/drafting/field-words.ts';
import { differencesBetween } from '#shared/domain/routing/drafting/merge-packages.ts';
import { otherGivers } from '#shared/domain/routing/drafting/other-givers.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import { newCode, packageOf } from '#shared/domain/routing/drafting/package-draft.ts';
import { findPackage, putPackage } from '#shared/domain/routing/drafting/put-package.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPackageEditor, editorFor, getLockedDraft, ownOrganisation } from './access.ts';
import type { DraftRow, OrganisationRow } from './catalogue-repository.ts';
import { publishPackageRow } from './catalogue-repository.ts';
import { describeDraft, findBase } from './describe.ts';

type Body = z.input<(typeof endpoint)['responses'][201]>;

/**
 * The draft's text in the place of what it changes. What others have published of other packages stays; what they have
 * published of this one has to be seen first. A new package whose code was taken meanwhile gets another.
 */
async function carryOver(context: Context, tx: Transaction, row: DraftRow, inUse: Catalogue): Promise<PackageDraft> {
  const base = await findBase(context, tx, row);
  const current = findPackage(inUse, row.packageCode);
  if (isSameJson(base, current)) return row.content;
  if (base !== undefined) {
    throw new DomainError('draft-conflict', { members: { draft: await describeDraft(context, tx, row) } });
  }
  const taken = new Set(inUse.packages.map(({ code }) => code));
  return { ...row.content, code: newCode(row.content.name.en, taken) };
}

/** Publishes the draft in a new version of the catalogue, after every check. */
export async function publishPackage(
  context: Context,
  access: AccessContext,
  input: { packageDraftId: string; revision: number; othersAsked: boolean },
): Promise<Body> {
  const { definition } = await context.published.currentInstrumentVersion();
  return asPackageEditor(context, access, async (tx, organisations) => {
    const row = await getLockedDraft(tx, input.packageDraftId);
    if (row.revision !== input.revision) throw new DomainError('draft-outdated');
    const organisation = ownOrganisation(organisations, row.organisationId);
    const publish = () =>
      publishOnce(context, tx, { row, organisation, structure: definition.structure, othersAsked: input.othersAsked });
    // Whoever was not first knows it only once it is this one's turn, and then nobody can come in between.
    const published = (await publish()) ?? (await publish());
    if (published === undefined) throw new DomainError('draft-outdated');
    await recordAudit(tx, {
      action: 'package-published',
      objectKind: 'catalogue-version',
      objectId: published.catalogueVersionId,
      detail: {
        number: published.versionNumber,
        package: published.packageCode,
        organisationId: organisation.organisationId,
      },
    });
    return published;
  });
}

type Publication = {
  readonly row: DraftRow;
  readonly organisation: OrganisationRow;
  readonly structure: Structure;
  readonly othersAsked: boolean;
};

/** Undefined when the catalogue is another one by now. */
async function publishOnce(
  context: Context,
  tx: Transaction,
  { row, organisation, structure, othersAsked }: Publication,
): Promise<Body | undefined> {
  const { catalogue, catalogueVersionId: seenVersionId } = await context.published.currentCatalogue(tx);
  const draft = await carryOver(context, tx, row, catalogue);
  const issues = checkPackageDraft(draft, {
    catalogue,
    structure,
    supportForms: context.bundle.strategy.supportForms.map(({ code }) => code),
    editor: editorFor(organisation),
  });
  const whole = packageOf(draft);
  if (issues.length > 0 || whole === undefined) {
    throw new DomainError('draft-not-publishable', { members: { issues } });
  }
  const changed = putPackage(catalogue, whole);
  if (isSameJson(changed, catalogue)) throw new DomainError('nothing-changed');
  const before = findPackage(catalogue, whole.code);
  const hasOthers = otherGivers(before, whole, editorFor(organisation)).length > 0;
  if (hasOthers && !othersAsked) throw new DomainError('others-not-asked');
  const catalogueVersionId = context.identifiers.newId();
  const versionNumber = await publishPackageRow(tx, {
    packageDraftId: row.packageDraftId,
    revision: row.revision,
    seenVersionId,
    catalogueVersionId,
    catalogue: changed,
    sha256: sha256OfJson(changed),
    publishedAt: context.clock.now(),
    mailFacts: mailFactsOf(before, whole, organisation),
    othersAsked: hasOthers && othersAsked,
  });
  return versionNumber === undefined ? undefined : { catalogueVersionId, versionNumber, packageCode: whole.code };
}

/** What has changed by its name only: from what to what stands in the history, where the mail leads. */
function mailFactsOf(
  before: Package | undefined,
  after: Package,
  { name: by }: OrganisationRow,
): Record<string, string> {
  const changed = differencesBetween(before ?? {}, after).map(({ field }) => fieldWords[field]);
  const { name, code } = after;
  return {
    packageSv: name.sv,
    packageEn: name.en,
    providerSv: by.sv,
    providerEn: by.en,
    changedSv: changed.map(({ sv }) => sv).join(', '),
    changedEn: changed.map(({ en }) => en).join(', '),
    packageCode: code,
  };
}
