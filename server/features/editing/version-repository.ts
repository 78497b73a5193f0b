import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Relation } from '#shared/domain/instrument/version/comparability.ts';
import { relationSchema } from '#shared/domain/instrument/version/comparability.ts';
import { many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const versionRowSchema = z.object({
  instrumentVersionId: z.uuid(),
  versionNumber: z.int(),
  publishedAt: z.date(),
  publishedBy: z.string().nullable(),
  followsVersionId: z.uuid().nullable(),
  sha256: z.instanceof(Buffer),
});
export type VersionRow = z.infer<typeof versionRowSchema>;

/** Newest first. */
export async function listVersionRows(tx: Transaction): Promise<VersionRow[]> {
  return many(
    tx,
    versionRowSchema,
    SQL`select instrument_version_id as "instrumentVersionId", version_number as "versionNumber",
        published_at as "publishedAt", published_by as "publishedBy", follows_version_id as "followsVersionId",
        definition_sha256 as sha256
      from instrument_versions where status <> 'draft' order by version_number desc`,
  );
}

export async function listItemMap(
  tx: Transaction,
  instrumentVersionId: string,
): Promise<{ itemCode: string; relation: Relation }[]> {
  return many(
    tx,
    z.object({ itemCode: z.string(), relation: relationSchema }),
    SQL`select item_code as "itemCode", relation from instrument_item_maps
      where instrument_version_id = ${instrumentVersionId} order by item_code`,
  );
}

/** The number of the new version; undefined when the draft or what it follows is not the newest any longer. */
export async function publishDraftRow(
  tx: Transaction,
  publication: {
    draftId: string;
    revision: number;
    instrumentVersionId: string;
    definition: unknown;
    sha256: Buffer;
    relations: Readonly<Record<string, Relation>>;
    publishedAt: Date;
  },
): Promise<number | undefined> {
  const { draftId, revision, instrumentVersionId, sha256, publishedAt } = publication;
  const row = await one(
    tx,
    z.object({ versionNumber: z.int().nullable() }),
    SQL`select publish_draft(${draftId}, ${revision}, ${instrumentVersionId},
      ${JSON.stringify(publication.definition)}, ${sha256}, ${JSON.stringify(publication.relations)},
      ${publishedAt}) as "versionNumber"`,
  );
  return row.versionNumber ?? undefined;
}
