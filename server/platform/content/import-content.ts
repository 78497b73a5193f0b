import { isSameJson } from '#shared/domain/canonical-json.ts';
import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { trackTranslations } from '#shared/domain/instrument/draft/track-translations.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { ChangeKind, VersionDifference } from '#shared/domain/instrument/version/difference.ts';
import { changeKinds, diffVersions } from '#shared/domain/instrument/version/difference.ts';
import type { CatalogueIssue } from '#shared/domain/routing/build-catalogue.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { checkStructureChange } from '#shared/domain/routing/check-structure-change.ts';
import type { HeldBack } from '#shared/domain/routing/drafting/merge-shipped.ts';
import { mergeShipped } from '#shared/domain/routing/drafting/merge-shipped.ts';
import type { HeldBackRule } from '#shared/domain/routing/rule-drafting/merge-rules.ts';
import type { Clock } from '../clock.ts';
import type { Queryable } from '../database/query.ts';
import type { Identifiers } from '../identifier.ts';
import { sha256OfJson } from './canonical-json.ts';
import type { PackageChange } from './repository.ts';
import {
  findLatestCatalogue,
  findLatestInstrument,
  findShippedCatalogue,
  insertCatalogue,
  insertContentImport,
  insertPackageChanges,
  insertPublishedInstrument,
  insertShippedCatalogue,
  insertShippedDraft,
  isContentKnown,
} from './repository.ts';

export type ImportedInstrument =
  | { readonly outcome: 'unchanged' | 'published' }
  | { readonly outcome: 'drafted'; readonly difference: VersionDifference };

export type ImportedCatalogue =
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'published';
      /** What it asks about that the instrument of the release has and the published one lacks. */
      readonly lacking: readonly CatalogueIssue[];
      /** What of the release did not come, since the package was edited here. */
      readonly heldBack: readonly HeldBack[];
      /** Numbers of rules of which the release and what was published here say different things. */
      readonly heldBackRules: readonly HeldBackRule[];
    };

export type Imported = { readonly instrument: ImportedInstrument; readonly catalogue: ImportedCatalogue };

export type Make = { clock: Clock; identifiers: Identifiers };

/**
 * Takes in the content that ships with this release. Content that was taken in before does nothing. An instrument
 * that has changed becomes a draft for an editor to look at; nothing published is touched, and only the very first
 * one is published here. A changed catalogue is in use at once, with what was published here of its packages: rules that
 * ask about what only the draft has wait for it. Runs as the owner of the tables, inside one transaction that holds the migration lock.
 */
export async function importContent(
  db: Queryable,
  content: { definition: Definition; catalogue: Catalogue },
  make: Make,
): Promise<Imported> {
  return {
    instrument: await importInstrument(db, content.definition, make),
    catalogue: await importCatalogue(db, content, make),
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

/** Packages of the release that differ from those in use, as the history of each tells it. */
function changesBetween(before: Catalogue | undefined, after: Catalogue): PackageChange[] {
  const earlier = new Map(before?.packages.map((each) => [each.code, each]));
  const later = new Set(after.packages.map(({ code }) => code));
  return [
    ...after.packages.flatMap((each): PackageChange[] => {
      const known = earlier.get(each.code);
      if (known === undefined) return [{ code: each.code, kind: 'added' }];
      return isSameJson(known, each) ? [] : [{ code: each.code, kind: 'changed' }];
    }),
    ...[...earlier.keys()].filter((code) => !later.has(code)).map((code) => ({ code, kind: 'removed' as const })),
  ];
}

/** What shipped is put together with what was published here, package by package, against what shipped before. */
async function importCatalogue(
  db: Queryable,
  { definition, catalogue: shipped }: { definition: Definition; catalogue: Catalogue },
  make: Make,
): Promise<ImportedCatalogue> {
  const before = await findShippedCatalogue(db);
  const shippedSha256 = sha256OfJson(shipped);
  if (before?.sha256.equals(shippedSha256) === true) return { outcome: 'unchanged' };
  const latest = await findLatestCatalogue(db);
  const { catalogue, heldBack, heldBackRules } =
    latest === undefined
      ? { catalogue: shipped, heldBack: [], heldBackRules: [] }
      : mergeShipped(before?.catalogue ?? latest.catalogue, latest.catalogue, shipped, definition.structure);
  const catalogueVersionId = make.identifiers.newId();
  const publishedAt = make.clock.now();
  await insertCatalogue(db, {
    catalogueVersionId,
    versionNumber: (latest?.versionNumber ?? 0) + 1,
    catalogue,
    sha256: sha256OfJson(catalogue),
    publishedAt,
  });
  await insertShippedCatalogue(db, {
    catalogueVersionId,
    catalogue: shipped,
    sha256: shippedSha256,
    importedAt: publishedAt,
  });
  await insertPackageChanges(db, catalogueVersionId, changesBetween(latest?.catalogue, catalogue));
  const published = await findLatestInstrument(db, definition.structure.instrument);
  const { structure } = published?.definition ?? definition;
  const lacking = checkStructureChange(catalogue, definition.structure, structure);
  return { outcome: 'published', lacking, heldBack, heldBackRules };
}

const changeWords: Readonly<Record<ChangeKind, string>> = {
  added: 'items added',
  removed: 'items removed',
  reworded: 'items reworded',
  moved: 'items moved',
  rescaled: 'items rescaled',
  reweighted: 'items reweighted',
  'path-changed': 'items asked of others',
};

/** What differs, in how many places each. */
function describeDifference({ items, texts, scoring, forms }: VersionDifference): string {
  const counts: [string, number][] = [
    ...changeKinds.map((kind): [string, number] => {
      return [changeWords[kind], items.filter(({ kinds }) => kinds.includes(kind)).length];
    }),
    ['other texts', texts.length],
    ['scoring rules', scoring.length],
    ['forms', forms.length],
  ];
  const found = counts.filter(([, number]) => number > 0).map(([words, number]) => `${words}: ${number}`);
  return found.length === 0 ? 'nothing that is asked' : found.join(', ');
}

/** Lines for the operator: what waits for an editor, and what the catalogue asks about that is not published yet. */
export function describeImport({ instrument, catalogue }: Imported): string[] {
  const drafted =
    instrument.outcome === 'drafted'
      ? [`The instrument of this release waits as a draft: ${describeDifference(instrument.difference)}`]
      : [];
  const { lacking, heldBack, heldBackRules } =
    catalogue.outcome === 'published' ? catalogue : { lacking: [], heldBack: [], heldBackRules: [] };
  return [
    ...drafted,
    ...(heldBack.length === 0
      ? []
      : ['Packages that were edited here stay as they are, also where this release differs:']),
    ...heldBack.map(({ packageCode, fields }) => `  ${packageCode}: ${fields.join(', ') || 'the whole package'}`),
    ...(heldBackRules.length === 0
      ? []
      : ['Numbers of rules of which this release and what was published here differ:']),
    ...heldBackRules.map(
      ({ path, stands }) =>
        `  ${path}: ${stands === 'here' ? 'stays as published here' : 'is as released, since the rule is another one'}`,
    ),
    ...(lacking.length === 0 ? [] : ['Packages and rules of this release ask about what is not published yet:']),
    ...lacking.map(({ path, detail }) => `  ${path}: ${detail}`),
  ];
}
