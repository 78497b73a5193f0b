import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Clock } from '../clock.ts';
import type { Queryable } from '../database/query.ts';
import type { Identifiers } from '../identifier.ts';
import { sha256OfJson } from './canonical-json.ts';
import { findLatestCatalogue, findLatestInstrument, insertCatalogue, insertPublishedInstrument } from './repository.ts';

export type Imported = { instrument: 'unchanged' | 'published'; catalogue: 'unchanged' | 'published' };

/**
 * Publishes the content that ships with this release. What is unchanged since the newest version does nothing;
 * what has changed becomes a further version, and responses under way stay on theirs.
 * Runs as the owner of the tables, inside one transaction that holds the migration lock.
 */
export async function importContent(
  db: Queryable,
  content: { definition: Definition; catalogue: Catalogue },
  make: { clock: Clock; identifiers: Identifiers },
): Promise<Imported> {
  return {
    instrument: await importInstrument(db, content.definition, make),
    catalogue: await importCatalogue(db, content.catalogue, make),
  };
}

type Make = { clock: Clock; identifiers: Identifiers };

async function importInstrument(db: Queryable, definition: Definition, make: Make): Promise<'unchanged' | 'published'> {
  const latest = await findLatestInstrument(db, definition.structure.instrument);
  const sha256 = sha256OfJson(definition);
  if (latest?.sha256.equals(sha256) === true) return 'unchanged';
  await insertPublishedInstrument(db, {
    instrumentVersionId: make.identifiers.newId(),
    versionNumber: (latest?.versionNumber ?? 0) + 1,
    definition,
    sha256,
    publishedAt: make.clock.now(),
  });
  return 'published';
}

async function importCatalogue(db: Queryable, catalogue: Catalogue, make: Make): Promise<'unchanged' | 'published'> {
  const latest = await findLatestCatalogue(db);
  const sha256 = sha256OfJson(catalogue);
  if (latest?.sha256.equals(sha256) === true) return 'unchanged';
  await insertCatalogue(db, {
    catalogueVersionId: make.identifiers.newId(),
    versionNumber: (latest?.versionNumber ?? 0) + 1,
    catalogue,
    sha256,
    publishedAt: make.clock.now(),
  });
  return 'published';
}
