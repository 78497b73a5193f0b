import SQL from '@nearform/sql';
import * as z from 'zod';
import { releaseReportSchema, releaseStatuses } from '#shared/domain/benchmark/release.ts';
import { type AnySpec, anyDocumentSchema, anySpecSchema } from '#shared/domain/effect/any-release.ts';
import { type LocalisedText, localisedTextSchema } from '#shared/domain/language.ts';
import { exec, many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const rowSchema = z.object({
  releaseId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  spec: anySpecSchema,
  status: z.enum(releaseStatuses),
  number: z.int().nullable(),
  createdAt: z.date(),
  publishedAt: z.date().nullable(),
  isBlocked: z.boolean(),
});
export type ReleaseRow = z.infer<typeof rowSchema>;

const wholeSchema = z.object({
  ...rowSchema.shape,
  step: z.int(),
  steps: z.int(),
  isInterrupted: z.boolean(),
  report: z.nullable(releaseReportSchema),
  document: z.nullable(anyDocumentSchema),
  sha256: z.string().nullable(),
  keepsInsiders: z.boolean(),
  /** Whether its figures may be looked at by the region that built it. */
  isShown: z.boolean(),
});
export type WholeRelease = z.infer<typeof wholeSchema>;

const rowColumns = SQL`release_id as "releaseId", organisation_id as "organisationId",
  organisation_name as "organisationName", spec, status, release_number as number, created_at as "createdAt",
  published_at as "publishedAt", status = 'built' and shown_order is null as "isBlocked"`;

/** After so long without a sign of life, which a process writes each second, the work is taken for interrupted. */
export const silentSeconds = 20;

const progressColumns = SQL`step, steps,
  status = 'building' and heartbeat_at < now() - make_interval(secs => ${silentSeconds}) as "isInterrupted"`;

const wholeColumns = SQL`${rowColumns}, ${progressColumns}, report, document, encode(content_sha256, 'hex') as sha256,
  keeps_insiders as "keepsInsiders", shown_order is not null as "isShown"`;

/** What the region is called for whom something is made. */
export async function nameOfRegion(tx: Transaction, organisationId: string): Promise<LocalisedText> {
  const { name } = await one(
    tx,
    z.object({ name: localisedTextSchema }),
    SQL`select name from organisations where organisation_id = ${organisationId}`,
  );
  return name;
}

/** The newest first, also those that came to nothing. */
export async function listReleaseRows(tx: Transaction): Promise<ReleaseRow[]> {
  return many(
    tx,
    rowSchema,
    SQL`select ${rowColumns} from releases order by coalesce(published_at, created_at) desc, release_id`,
  );
}

export async function listPublishedRows(tx: Transaction): Promise<ReleaseRow[]> {
  return many(
    tx,
    rowSchema,
    SQL`select ${rowColumns} from releases where status = 'published' order by release_number desc`,
  );
}

export async function findRelease(tx: Transaction, releaseId: string): Promise<WholeRelease | undefined> {
  return maybeOne(tx, wholeSchema, SQL`select ${wholeColumns} from releases where release_id = ${releaseId}`);
}

const progressSchema = wholeSchema.pick({ status: true, step: true, steps: true, isInterrupted: true });

export async function findProgress(
  tx: Transaction,
  releaseId: string,
): Promise<z.infer<typeof progressSchema> | undefined> {
  return maybeOne(
    tx,
    progressSchema,
    SQL`select status, ${progressColumns} from releases where release_id = ${releaseId}`,
  );
}

export async function findPublishedRelease(tx: Transaction, number: number): Promise<WholeRelease | undefined> {
  return maybeOne(
    tx,
    wholeSchema,
    SQL`select ${wholeColumns} from releases where release_number = ${number} and status = 'published'`,
  );
}

const foundSchema = z.object({ found: z.boolean() });

export type NewRelease = {
  readonly releaseId: string;
  readonly organisationId: string;
  readonly spec: AnySpec;
  readonly steps: number;
  readonly createdAt: Date;
};

/** False when the organisation is no region of the session's. */
export async function insertRelease(tx: Transaction, release: NewRelease): Promise<boolean> {
  const { releaseId, organisationId, spec, steps, createdAt } = release;
  const { found } = await one(
    tx,
    foundSchema,
    SQL`select begin_release(${releaseId}, ${organisationId}, ${JSON.stringify(spec)}::jsonb, ${steps}, ${createdAt})
      as found`,
  );
  return found;
}

const buildingSchema = z.object({ building: z.int() });

/**
 * How many releases the organisation is building, or building again; not those whose process is not heard of any more. One at
 * a time is told, until what it begins is there.
 */
export async function countBuilding(tx: Transaction, organisationId: string): Promise<number> {
  await exec(tx, SQL`select pg_advisory_xact_lock(72418045, hashtext(${organisationId}))`);
  const query = SQL`select count(*)::integer as building from (
      select heartbeat_at from releases where organisation_id = ${organisationId} and status = 'building'
      union all
      select heartbeat_at from release_verifications where organisation_id = ${organisationId} and status = 'running'
    ) b
    where heartbeat_at >= now() - make_interval(secs => ${silentSeconds})`;
  return (await one(tx, buildingSchema, query)).building;
}

export async function countsSimulated(tx: Transaction): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select counts_simulated() as found`)).found;
}

const todaySchema = z.object({ today: z.iso.date() });

export async function getToday(tx: Transaction, now: Date): Promise<string> {
  const query = SQL`select to_char(${now}::timestamptz at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as today`;
  return (await one(tx, todaySchema, query)).today;
}

/** One at a time is published, put away or ends being built: until the transaction ends, each stands as it is read. */
export async function lockStanding(tx: Transaction): Promise<void> {
  await exec(tx, SQL`select pg_advisory_xact_lock(72418044)`);
}

/** Whether all firms that are counted in what was built may be counted still. */
export async function mayBeCounted(tx: Transaction, releaseId: string): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select built_inputs_remain(${releaseId}) as found`)).found;
}

const droppedSchema = z.object({ status: z.enum(['dropped', 'cancelled']).nullable() });

/** Stops what is being built, or puts away what was built and is not to be published; null when there is no such release. */
export async function dropReleaseRow(tx: Transaction, releaseId: string): Promise<'dropped' | 'cancelled' | null> {
  return (await one(tx, droppedSchema, SQL`select drop_release(${releaseId}) as status`)).status;
}

const numberSchema = z.object({ number: z.int() });

export async function publishReleaseRow(tx: Transaction, releaseId: string, now: Date): Promise<number | undefined> {
  const published = await maybeOne(
    tx,
    numberSchema,
    SQL`update releases set status = 'published', published_by = current_person_id(), published_at = ${now},
        release_number = (select coalesce(max(p.release_number), 0) + 1 from releases p)
      where release_id = ${releaseId} and status = 'built'
      returning release_number as number`,
  );
  return published?.number;
}
