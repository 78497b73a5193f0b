import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { trackTranslations } from '#shared/domain/instrument/draft/track-translations.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { VersionDifference } from '#shared/domain/instrument/version/difference.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Clock } from '../clock.ts';
import type { Queryable } from '../database/query.ts';
import type { Identifiers } from '../identifier.ts';
import { sha256OfJson } from './canonical-json.ts';
import {
  findLatestCatalogue,
  findLatestInstrument,
  insertCatalogue,
  insertContentImport,
  insertPublishedInstrument,
  insertShippedDraft,
  isContentKnown,
} from './repository.ts';

export type ImportedInstrument =
  | { readonly outcome: 'unchanged' | 'published' }
  | { readonly outcome: 'drafted'; readonly difference: VersionDifference };

export type Imported = { instrument: ImportedInstrument; catalogue: 'unchanged' | 'published' };

type Make = { clock: Clock; identifiers: Identifiers };

/**
 * Takes in the content that ships with this release. Content that was taken in before does nothing. An instrument
 * that has changed becomes a draft for an editor to look at; nothing published is touched, and only the very first
 * one is published here. Runs as the owner of the tables, inside one transaction that holds the migration lock.
 */
export async function importContent(
  db: Queryable,
  content: { definition: Definition; catalogue: Catalogue },
  make: Make,
): Promise<Imported> {
  return {
    instrument: await importInstrument(db, content.definition, make),
    catalogue: await importCatalogue(db, content.catalogue, make),
  };
}

async function importInstrument(db: Queryable, definition: Definition, make: Make): Promise<ImportedInstrument> {
  const { instrument } = definition.structure;
  const sha256 = sha256OfJson(definition);
  if (await isContentKnown(db, instrument, sha256)) return { outcome: 'unchanged' };
  const latest = await findLatestInstrument(db, instrument);
  await insertContentImport(db, { instrument, sha256, importedAt: make.clock.now() });
  if (latest === undefined) {
    await insertPublishedInstrument(db, {
      instrumentVersionId: make.identifiers.newId(),
      versionNumber: 1,
      definition,
      sha256,
      publishedAt: make.clock.now(),
    });
    return { outcome: 'published' };
  }
  const sources = sourcesOf(definition);
  const before = keyedTextsOf(sourcesOf(latest.definition));
  await insertShippedDraft(db, {
    draftId: make.identifiers.newId(),
    instrument,
    basedOnVersionId: latest.instrumentVersionId,
    content: { sources, translatedFrom: trackTranslations(before, keyedTextsOf(sources), {}), meanings: {} },
    createdAt: make.clock.now(),
  });
  return { outcome: 'drafted', difference: diffVersions(latest.definition, definition) };
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

/** One line for the operator: how many items differ, and in which way. */
export function describeDifference({ items, texts, scoring, forms }: VersionDifference): string {
  const count = (kind: VersionDifference['items'][number]['kinds'][number]) =>
    items.filter(({ kinds }) => kinds.includes(kind)).length;
  const counts: [number, string][] = [
    [count('added'), 'items added'],
    [count('removed'), 'removed'],
    [count('reworded'), 'reworded'],
    [count('rescaled'), 'rescaled'],
    [texts.length, 'other texts changed'],
    [scoring.length, 'scoring rules changed'],
    [forms.length, 'forms changed'],
  ];
  return counts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(', ');
}
