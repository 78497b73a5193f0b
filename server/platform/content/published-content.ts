import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Database } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import {
  findCatalogueRow,
  findCurrentCatalogueId,
  findCurrentInstrumentVersionId,
  findInstrumentVersionRow,
} from './repository.ts';

export type InstrumentVersion = {
  readonly instrumentVersionId: string;
  readonly definition: Definition;
  readonly definitionSha256: Buffer;
};
export type CatalogueVersion = { readonly catalogueVersionId: string; readonly catalogue: Catalogue };

export type PublishedContent = {
  currentInstrumentVersion(): Promise<InstrumentVersion>;
  instrumentVersion(instrumentVersionId: string): Promise<InstrumentVersion>;
  findInstrumentVersion(instrumentVersionId: string): Promise<InstrumentVersion | undefined>;
  currentCatalogue(): Promise<CatalogueVersion>;
  findCatalogue(catalogueVersionId: string): Promise<CatalogueVersion | undefined>;
};

const anybody = { accessKey: '' };

/** Keeps what was found for good: a published version never changes. Absence is asked for again. */
function remember<T>(find: (id: string) => Promise<T | undefined>): (id: string) => Promise<T | undefined> {
  const known = new Map<string, T>();
  return async (id) => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const found = await find(id);
    if (found !== undefined) known.set(id, found);
    return found;
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new DomainError('internal-error');
  return value;
}

export function createPublishedContent(database: Database): PublishedContent {
  const findInstrumentVersion = remember((id) =>
    inTransaction(database, anybody, (tx) => findInstrumentVersionRow(tx, id)),
  );
  const findCatalogue = remember((id) => inTransaction(database, anybody, (tx) => findCatalogueRow(tx, id)));
  const instrumentVersion = async (id: string): Promise<InstrumentVersion> => present(await findInstrumentVersion(id));
  return {
    findInstrumentVersion,
    findCatalogue,
    instrumentVersion,
    currentInstrumentVersion: async () =>
      instrumentVersion(present(await inTransaction(database, anybody, findCurrentInstrumentVersionId))),
    currentCatalogue: async () =>
      present(await findCatalogue(present(await inTransaction(database, anybody, findCurrentCatalogueId)))),
  };
}
