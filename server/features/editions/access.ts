import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findEdition, type ListedEdition, lockEdition } from './edition-repository.ts';

export type EditionAt = { readonly organisationId: string; readonly editionId: string };

function present(edition: ListedEdition | undefined): ListedEdition {
  if (edition === undefined) throw new DomainError('not-found');
  return edition;
}

/** For everybody who does not work for its provider there is no such edition. */
export async function getOwnEdition(tx: Transaction, place: EditionAt): Promise<ListedEdition> {
  return present(await findEdition(tx, place));
}

/** As it is at this moment, held until the transaction ends; refused when it is not what was seen. */
export async function holdEdition(tx: Transaction, place: EditionAt, seenRevision?: number): Promise<ListedEdition> {
  const edition = present(await lockEdition(tx, place));
  if (seenRevision !== undefined && edition.revision !== seenRevision) throw new DomainError('changed-meanwhile');
  return edition;
}
