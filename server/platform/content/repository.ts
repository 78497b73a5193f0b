import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { definitionSchema } from '#shared/domain/instrument/definition.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { catalogueSchema } from '#shared/domain/routing/catalogue.ts';
import type { Queryable } from '../database/query.ts';
import { exec, maybeOne } from '../database/query.ts';

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

export async function findCurrentCatalogueId(db: Queryable): Promise<string | undefined> {
  const row = await maybeOne(
    db,
    z.object({ id: z.uuid() }),
    SQL`select catalogue_version_id as id from catalogue_versions order by version_number desc limit 1`,
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

const latestSchema = z.object({ versionNumber: z.int(), sha256: shaSchema });
type Latest = z.infer<typeof latestSchema>;

export async function findLatestInstrument(db: Queryable, instrumentCode: string): Promise<Latest | undefined> {
  return maybeOne(
    db,
    latestSchema,
    SQL`select version_number as "versionNumber", definition_sha256 as sha256 from instrument_versions
      where instrument_code = ${instrumentCode} order by version_number desc limit 1`,
  );
}

export async function findLatestCatalogue(db: Queryable): Promise<Latest | undefined> {
  return maybeOne(
    db,
    latestSchema,
    SQL`select version_number as "versionNumber", catalogue_sha256 as sha256 from catalogue_versions
      order by version_number desc limit 1`,
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
