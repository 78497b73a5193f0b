import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { definitionSchema } from '#shared/domain/instrument/definition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import { relationSchema } from '#shared/domain/instrument/version/comparability.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { catalogueSchema } from '#shared/domain/routing/catalogue.ts';
import type { Queryable } from '../database/query.ts';
import { exec, many, maybeOne } from '../database/query.ts';

const shaSchema = z.instanceof(Buffer);

export async function findCurrentInstrumentVersionId(db: Queryable): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    z.object({ id: z.uuid() }),
    SQL`select instrument_version_id as id from instrument_versions
      where status = 'published' order by version_number desc limit 1`,
  );
  return row?.id;
}

const answerableSchema = z.object({ id: z.uuid(), versionNumber: z.int(), publishedAt: z.date() });
export type AnswerableVersion = z.infer<typeof answerableSchema>;

/** Those that may be answered, the newest first. */
export async function listAnswerableVersions(db: Queryable): Promise<AnswerableVersion[]> {
  return many(
    db,
    answerableSchema,
    SQL`select instrument_version_id as id, version_number as "versionNumber", published_at as "publishedAt"
      from instrument_versions where status = 'published' order by version_number desc limit 20`,
  );
}

/** The one that all others came after. */
export async function findFirstInstrumentVersionId(db: Queryable): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    z.object({ id: z.uuid() }),
    SQL`select instrument_version_id as id from instrument_versions
      where status <> 'draft' order by version_number limit 1`,
  );
  return row?.id;
}

/**
 * That were in use some time in the period, in Swedish time: from their publishing to the next one, the first one from ever.
 */
export async function listInstrumentVersionIdsIn(
  db: Queryable,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<string[]> {
  const rows = await many(
    db,
    z.object({ id: z.uuid() }),
    SQL`with versions as (
        select v.instrument_version_id as id, v.version_number as number, v.published_at,
          lead(v.published_at) over (order by v.version_number) as replaced_at
        from instrument_versions v where v.status <> 'draft'
      )
      select v.id from versions v
      where (v.published_at < ${until}::timestamp at time zone 'Europe/Stockholm'
          or not exists (select 1 from versions e where e.number < v.number))
        and coalesce(v.replaced_at, 'infinity') > ${from}::timestamp at time zone 'Europe/Stockholm'
      order by v.number`,
  );
  return rows.map(({ id }) => id);
}

export async function findInstrumentVersionRow(
  db: Queryable,
  instrumentVersionId: string,
): Promise<{ instrumentVersionId: string; definition: Definition; definitionSha256: Buffer } | undefined> {
  return maybeOne(
    db,
    z.object({ instrumentVersionId: z.uuid(), definition: definitionSchema, definitionSha256: shaSchema }),
    SQL`select instrument_version_id as "instrumentVersionId", definition, definition_sha256 as "definitionSha256"
      from instrument_versions
      where instrument_version_id = ${instrumentVersionId} and status <> 'draft'`,
  );
}

/** The maps of every version from after the earlier up to the later one, oldest first; none when they are not kin. */
export async function listItemMapsBetween(db: Queryable, earlierId: string, laterId: string): Promise<ItemMap[]> {
  const rows = await many(
    db,
    z.object({ distance: z.int(), itemCode: z.string(), relation: relationSchema }),
    SQL`with recursive line (version_id, follows_id, distance) as (
        select instrument_version_id, follows_version_id, 0 from instrument_versions
        where instrument_version_id = ${laterId} and instrument_version_id <> ${earlierId}
        union all
        select v.instrument_version_id, v.follows_version_id, l.distance + 1
        from line l join instrument_versions v on v.instrument_version_id = l.follows_id
        where v.instrument_version_id <> ${earlierId}
      )
      select l.distance, m.item_code as "itemCode", m.relation
      from line l join instrument_item_maps m on m.instrument_version_id = l.version_id
      where exists (select 1 from line where follows_id = ${earlierId})
      order by l.distance desc`,
  );
  const steps = Map.groupBy(rows, ({ distance }) => distance).values();
  return [...steps].map((step) => new Map(step.map(({ itemCode, relation }) => [itemCode, relation])));
}

export async function findCurrentCatalogueId(db: Queryable): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    z.object({ id: z.uuid() }),
    SQL`select catalogue_version_id as id from catalogue_versions order by version_number desc limit 1`,
  );
  return row?.id;
}

/** The version in use just before the moment; the first of all where none had been published. */
export async function findCatalogueIdBefore(db: Queryable, moment: Date): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    z.object({ id: z.uuid() }),
    SQL`select catalogue_version_id as id from catalogue_versions
      order by published_at < ${moment} desc,
        case when published_at < ${moment} then version_number else -version_number end desc
      limit 1`,
  );
  return row?.id;
}

export async function findCatalogueRow(
  db: Queryable,
  catalogueVersionId: string,
): Promise<{ catalogueVersionId: string; catalogue: Catalogue } | undefined> {
  return maybeOne(
    db,
    z.object({ catalogueVersionId: z.uuid(), catalogue: catalogueSchema }),
    SQL`select catalogue_version_id as "catalogueVersionId", catalogue
      from catalogue_versions where catalogue_version_id = ${catalogueVersionId}`,
  );
}

export async function findLatestInstrument(
  db: Queryable,
  instrumentCode: string,
): Promise<{ instrumentVersionId: string; definition: Definition } | undefined> {
  return maybeOne(
    db,
    z.object({ instrumentVersionId: z.uuid(), definition: definitionSchema }),
    SQL`select instrument_version_id as "instrumentVersionId", definition from instrument_versions
      where instrument_code = ${instrumentCode} and status <> 'draft' order by version_number desc limit 1`,
  );
}

/** Whether content of this hash was taken in before, or is what a published version says. */
export async function isContentKnown(db: Queryable, instrumentCode: string, sha256: Buffer): Promise<boolean> {
  const row = await maybeOne(
    db,
    z.object({ isKnown: z.boolean() }),
    SQL`select exists (
        select 1 from content_imports where instrument_code = ${instrumentCode} and definition_sha256 = ${sha256}
        union all
        select 1 from instrument_versions where instrument_code = ${instrumentCode} and definition_sha256 = ${sha256}
      ) as "isKnown"`,
  );
  return row?.isKnown === true;
}

export async function insertContentImport(
  db: Queryable,
  content: { instrument: string; sha256: Buffer; importedAt: Date },
): Promise<void> {
  await exec(
    db,
    SQL`insert into content_imports (instrument_code, definition_sha256, imported_at)
      values (${content.instrument}, ${content.sha256}, ${content.importedAt})`,
  );
}

const shipped = 'Måttstock';

export async function insertShippedDraft(
  db: Queryable,
  draft: { draftId: string; instrument: string; basedOnVersionId: string; content: Draft; createdAt: Date },
): Promise<void> {
  const name = `${shipped} ${draft.createdAt.toISOString().slice(0, 10)}`;
  await exec(
    db,
    SQL`insert into instrument_drafts (draft_id, instrument_code, name, based_on_version_id, origin, content,
        created_at, created_by, changed_at, changed_by)
      values (${draft.draftId}, ${draft.instrument}, ${name}, ${draft.basedOnVersionId}, 'shipped',
        ${JSON.stringify(draft.content)}, ${draft.createdAt}, ${shipped}, ${draft.createdAt}, ${shipped})`,
  );
}

export async function findLatestCatalogue(
  db: Queryable,
): Promise<{ versionNumber: number; catalogue: Catalogue } | undefined> {
  return maybeOne(
    db,
    z.object({ versionNumber: z.int(), catalogue: catalogueSchema }),
    SQL`select version_number as "versionNumber", catalogue from catalogue_versions
      order by version_number desc limit 1`,
  );
}

/** The catalogue as it shipped last. */
export async function findShippedCatalogue(
  db: Queryable,
): Promise<{ catalogue: Catalogue; sha256: Buffer } | undefined> {
  return maybeOne(
    db,
    z.object({ catalogue: catalogueSchema, sha256: shaSchema }),
    SQL`select i.catalogue, i.catalogue_sha256 as sha256 from catalogue_imports i
      join catalogue_versions v on v.catalogue_version_id = i.catalogue_version_id
      order by v.version_number desc limit 1`,
  );
}

export async function insertShippedCatalogue(
  db: Queryable,
  shipped: { catalogueVersionId: string; catalogue: Catalogue; sha256: Buffer; importedAt: Date },
): Promise<void> {
  await exec(
    db,
    SQL`insert into catalogue_imports (catalogue_version_id, catalogue, catalogue_sha256, imported_at)
      values (${shipped.catalogueVersionId}, ${JSON.stringify(shipped.catalogue)}, ${shipped.sha256},
        ${shipped.importedAt})`,
  );
}

export type PackageChange = { readonly code: string; readonly kind: 'added' | 'changed' | 'removed' };

export async function insertPackageChanges(
  db: Queryable,
  catalogueVersionId: string,
  changes: readonly PackageChange[],
): Promise<void> {
  await exec(
    db,
    SQL`insert into package_changes (catalogue_version_id, package_code, kind)
      select ${catalogueVersionId}, c.value ->> 'code', c.value ->> 'kind'
      from jsonb_array_elements(${JSON.stringify(changes)}::jsonb) c`,
  );
}

/** Draft first, published once its items stand: the trigger closes both then. */
export async function insertPublishedInstrument(
  db: Queryable,
  version: {
    instrumentVersionId: string;
    versionNumber: number;
    definition: Definition;
    sha256: Buffer;
    publishedAt: Date;
  },
): Promise<void> {
  const { structure } = version.definition;
  await exec(
    db,
    SQL`insert into instrument_versions (instrument_version_id, instrument_code, version_number, status, definition,
        definition_sha256)
      values (${version.instrumentVersionId}, ${structure.instrument}, ${version.versionNumber}, 'draft',
        ${JSON.stringify(version.definition)}, ${version.sha256})`,
  );
  await exec(
    db,
    SQL`insert into instrument_version_items (instrument_version_id, item_code, kind, purpose)
      select ${version.instrumentVersionId}::uuid, i.value ->> 'code', i.value ->> 'kind', i.value ->> 'purpose'
      from jsonb_array_elements(${JSON.stringify(structure.items)}::jsonb) i`,
  );
  await exec(
    db,
    SQL`update instrument_versions set status = 'published', published_at = ${version.publishedAt}
      where instrument_version_id = ${version.instrumentVersionId}`,
  );
}

export async function insertCatalogue(
  db: Queryable,
  version: {
    catalogueVersionId: string;
    versionNumber: number;
    catalogue: Catalogue;
    sha256: Buffer;
    publishedAt: Date;
  },
): Promise<void> {
  await exec(
    db,
    SQL`insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256, published_at)
      values (${version.catalogueVersionId}, ${version.versionNumber}, ${JSON.stringify(version.catalogue)},
        ${version.sha256}, ${version.publishedAt})`,
  );
}
