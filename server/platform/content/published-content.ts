import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import { composeItemMaps } from '#shared/domain/instrument/version/comparability.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Database, Transaction } from '../database/transaction.ts';
import { inTransaction, nobody } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import {
  type AnswerableVersion,
  findCatalogueIdBefore,
  findCatalogueRow,
  findCurrentCatalogueId,
  findCurrentInstrumentVersionId,
  findFirstInstrumentVersionId,
  findInstrumentVersionRow,
  listAnswerableVersions,
  listInstrumentVersionIdsIn,
  listItemMapsBetween,
} from './repository.ts';

export type InstrumentVersion = {
  readonly instrumentVersionId: string;
  readonly definition: Definition;
  readonly definitionSha256: Buffer;
};
export type CatalogueVersion = { readonly catalogueVersionId: string; readonly catalogue: Catalogue };

type Period = { readonly from: string; readonly until: string };

/** Inside a transaction pass it on: a second connection for one request could leave none for the others. */
export type PublishedContent = {
  currentInstrumentVersion(): Promise<InstrumentVersion>;
  /** Those that may be answered, the newest first. */
  answerableVersions(): Promise<readonly (InstrumentVersion & Omit<AnswerableVersion, 'id'>)[]>;
  instrumentVersion(instrumentVersionId: string, tx?: Transaction): Promise<InstrumentVersion>;
  findInstrumentVersion(instrumentVersionId: string, tx?: Transaction): Promise<InstrumentVersion | undefined>;
  /** Those that were in use some time from the one day to before the other, the first first. */
  instrumentVersionsIn(period: Period): Promise<readonly InstrumentVersion[]>;
  /** How items of an earlier version relate to a later one; empty when the later does not descend from it. */
  itemMapBetween(earlierId: string, laterId: string): Promise<ItemMap>;
  /** The same from the first version of all, whose words rules that ship were written for; undefined for that one itself. */
  itemMapSinceFirst(laterId: string): Promise<ItemMap | undefined>;
  currentCatalogue(tx?: Transaction): Promise<CatalogueVersion>;
  /** The one in use just before the moment. */
  catalogueBefore(moment: Date): Promise<CatalogueVersion>;
  findCatalogue(catalogueVersionId: string, tx?: Transaction): Promise<CatalogueVersion | undefined>;
  /** Of the past: not kept, since there is no end to how many of them are looked at once. */
  findPastCatalogue(catalogueVersionId: string, tx: Transaction): Promise<CatalogueVersion | undefined>;
};

/** Keeps what was found for good: a published version never changes. Absence is asked for again. */
function remember<T>(
  find: (id: string, tx?: Transaction) => Promise<T | undefined>,
): (id: string, tx?: Transaction) => Promise<T | undefined> {
  const known = new Map<string, T>();
  return async (id, tx) => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const found = await find(id, tx);
    if (found !== undefined) known.set(id, found);
    return found;
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new DomainError('internal-error');
  return value;
}

export function createPublishedContent(database: Database): PublishedContent {
  const read = <R>(tx: Transaction | undefined, work: (tx: Transaction) => Promise<R>): Promise<R> =>
    tx === undefined ? inTransaction(database, nobody, work) : work(tx);
  const findInstrumentVersion = remember((id, outer) => read(outer, (tx) => findInstrumentVersionRow(tx, id)));
  const findCatalogue = remember((id, outer) => read(outer, (tx) => findCatalogueRow(tx, id)));
  const instrumentVersion = async (id: string, tx?: Transaction): Promise<InstrumentVersion> =>
    present(await findInstrumentVersion(id, tx));
  return {
    findInstrumentVersion,
    findCatalogue,
    findPastCatalogue: (id, tx) => findCatalogueRow(tx, id),
    itemMapBetween: async (earlierId, laterId) =>
      composeItemMaps(await read(undefined, (tx) => listItemMapsBetween(tx, earlierId, laterId))),
    itemMapSinceFirst: (laterId) =>
      read(undefined, async (tx) => {
        const first = present(await findFirstInstrumentVersionId(tx));
        return first === laterId ? undefined : composeItemMaps(await listItemMapsBetween(tx, first, laterId));
      }),
    instrumentVersion,
    instrumentVersionsIn: async (period) => {
      const ids = await read(undefined, (tx) => listInstrumentVersionIdsIn(tx, period));
      return Promise.all(ids.map((id) => instrumentVersion(id)));
    },
    currentInstrumentVersion: async () =>
      instrumentVersion(present(await read(undefined, findCurrentInstrumentVersionId))),
    answerableVersions: async () => {
      const versions = await read(undefined, listAnswerableVersions);
      return Promise.all(
        versions.map(async ({ id, ...version }) => ({ ...(await instrumentVersion(id)), ...version })),
      );
    },
    currentCatalogue: async (tx) => present(await findCatalogue(present(await read(tx, findCurrentCatalogueId)), tx)),
    catalogueBefore: async (moment) =>
      present(await findCatalogue(present(await read(undefined, (tx) => findCatalogueIdBefore(tx, moment))))),
  };
}
