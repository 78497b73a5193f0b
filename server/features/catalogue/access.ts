import type { PackageEditor } from '#shared/domain/routing/drafting/package-rights.ts';
import type { Context } from '../../platform/context.ts';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { DraftRow, OrganisationRow } from './catalogue-repository.ts';
import { findDraftRow, listOwnOrganisations, lockDraftRow } from './catalogue-repository.ts';

/** How much one organisation may do, which the tables count. */
const limits = {
  package_changes_per_day: 'too-many-publications',
  package_drafts_not_too_many: 'too-many-drafts',
} as const;

/** Runs the work for somebody who edits packages by at least one organisation. */
export async function asPackageEditor<T>(
  context: Context,
  access: AccessContext,
  work: (tx: Transaction, organisations: readonly OrganisationRow[]) => Promise<T>,
): Promise<T> {
  return inTransaction(context.database, access, async (tx) => {
    const organisations = await listOwnOrganisations(tx);
    if (organisations.length === 0) throw new DomainError('not-found');
    return work(tx, organisations);
  }).catch(translateConstraint(limits));
}

/** The own organisation of the address; another one does not exist for whoever asks. */
export function ownOrganisation(organisations: readonly OrganisationRow[], organisationId: string): OrganisationRow {
  const found = organisations.find((each) => each.organisationId === organisationId);
  if (found === undefined) throw new DomainError('not-found');
  return found;
}

export const editorFor = ({ kind, code }: OrganisationRow): PackageEditor =>
  kind === 'coordination' ? { kind } : { kind, code };

export async function getReachableDraft(tx: Transaction, packageDraftId: string): Promise<DraftRow> {
  const draft = await findDraftRow(tx, packageDraftId);
  if (draft === undefined) throw new DomainError('not-found');
  return draft;
}

export async function getLockedDraft(tx: Transaction, packageDraftId: string): Promise<DraftRow> {
  const draft = await lockDraftRow(tx, packageDraftId);
  if (draft === undefined) throw new DomainError('not-found');
  return draft;
}
