import SQL from '@nearform/sql';
import * as z from 'zod';
import { releaseCellSchema } from '#shared/domain/benchmark/cell.ts';
import type { OwnContribution } from '#shared/domain/benchmark/own-comparison.ts';
import { releaseSpecSchema } from '#shared/domain/benchmark/release.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submittedSchema = z.object({ profile: firmProfileSchema, isSimulated: z.boolean() });

/** What the presented key opens, once it is submitted. */
export async function findSubmitted(
  tx: Transaction,
  responseId: string,
): Promise<z.infer<typeof submittedSchema> | undefined> {
  return maybeOne(
    tx,
    submittedSchema,
    SQL`select s.profile, f.is_simulated as "isSimulated" from submissions s
      join firms f on f.firm_id = s.firm_id where s.response_id = ${responseId}`,
  );
}

const publishedSchema = z.object({
  releaseId: z.uuid(),
  number: z.int(),
  organisationName: localisedTextSchema,
  publishedAt: z.date(),
  sha256: z.string(),
});
export type PublishedLevelsRow = z.infer<typeof publishedSchema>;

/** What is published of how firms stand, of simulated firms or of real ones, without what it says. */
export async function listPublishedLevels(tx: Transaction, isSimulated: boolean): Promise<PublishedLevelsRow[]> {
  return many(
    tx,
    publishedSchema,
    SQL`select release_id as "releaseId", release_number as number, organisation_name as "organisationName",
        published_at as "publishedAt", encode(content_sha256, 'hex') as sha256
      from releases
      where status = 'published' and is_simulated = ${isSimulated} and not spec ? 'kind'
        and exists (select 1 from jsonb_array_elements_text(spec -> 'measures') m (code)
          where code <> 'firms' and code not like '%.%')`,
  );
}

const contentSchema = z.object({ spec: releaseSpecSchema, cells: z.array(releaseCellSchema) });

/** What a published release says where it shows a mean. */
export async function findPublishedContent(tx: Transaction, releaseId: string): Promise<z.infer<typeof contentSchema>> {
  return one(
    tx,
    contentSchema,
    SQL`select document -> 'spec' as spec,
        (select coalesce(jsonb_agg(c.value order by c.ordinality), '[]')
          from jsonb_array_elements(document -> 'cells') with ordinality c
          where c.value ->> 'mean' is not null) as cells
      from releases where release_id = ${releaseId} and status = 'published'`,
  );
}

const contributionSchema = z.object({
  releaseId: z.uuid(),
  stratum: z.int(),
  measured: z.string().transform((text) => BigInt(text)),
  levels: z.record(z.string(), z.number()),
});

/** The firm's own answers in those of the releases that count them. */
export async function listOwnContributions(
  tx: Transaction,
  releaseIds: readonly string[],
): Promise<(OwnContribution & { readonly releaseId: string })[]> {
  return many(
    tx,
    contributionSchema,
    SQL`select r.release_id as "releaseId", own.stratum, own.measured::text, own.levels
      from unnest(${releaseIds}::uuid[]) r (release_id), own_contribution(r.release_id) own`,
  );
}
