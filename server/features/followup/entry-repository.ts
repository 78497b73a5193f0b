import SQL from '@nearform/sql';
import * as z from 'zod';
import { countySchema } from '#shared/domain/firm/firm-profile.ts';
import { type Activity, activitySchema } from '#shared/domain/followup/activity.ts';
import { type IndexValue, indexValueSchema } from '#shared/domain/followup/index-value.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** What regions write down, by kind. */
export type Contents = { readonly activity: Activity; readonly 'index-value': IndexValue };
export type EntryKind = keyof Contents;

const contentSchemas = { activity: activitySchema, 'index-value': indexValueSchema };

function contentOf<K extends EntryKind>(kind: K, content: unknown): Contents[K] {
  return contentSchemas[kind].parse(content) as Contents[K];
}

const entrySchema = z.object({
  entryId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  region: countySchema,
  isSimulated: z.boolean(),
  revision: z.int(),
  changedAt: z.date(),
  withdrawalReason: z.string().nullable(),
  content: z.unknown(),
});
export type Entry<K extends EntryKind> = Omit<z.infer<typeof entrySchema>, 'content'> & {
  readonly content: Contents[K];
};

const columns = SQL`e.entry_id as "entryId", e.organisation_id as "organisationId", o.name as "organisationName",
  o.code as region, e.is_simulated as "isSimulated", e.revision, e.changed_at as "changedAt",
  e.withdrawal_reason as "withdrawalReason", e.content`;

/** Of all regions, and of those of one's own also what was withdrawn. */
export async function listEntries<K extends EntryKind>(tx: Transaction, kind: K): Promise<Entry<K>[]> {
  const rows = await many(
    tx,
    entrySchema,
    SQL`select ${columns} from region_entries e join organisations o on o.organisation_id = e.organisation_id
      where e.kind = ${kind} order by e.created_at, e.entry_id`,
  );
  return rows.map((row) => ({ ...row, content: contentOf(kind, row.content) }));
}

export type EntryAt<K extends EntryKind> = {
  readonly kind: K;
  readonly organisationId: string;
  readonly entryId: string;
};

/** One of the organisation's own. */
export async function findEntry<K extends EntryKind>(
  tx: Transaction,
  place: EntryAt<K>,
): Promise<Entry<K> | undefined> {
  const row = await maybeOne(
    tx,
    entrySchema,
    SQL`select ${columns} from region_entries e join organisations o on o.organisation_id = e.organisation_id
      where e.entry_id = ${place.entryId} and e.organisation_id = ${place.organisationId} and e.kind = ${place.kind}`,
  );
  return row === undefined ? undefined : { ...row, content: contentOf(place.kind, row.content) };
}

const historySchema = z.object({
  revision: z.int(),
  content: z.unknown(),
  withdrawalReason: z.string().nullable(),
  personName: z.string().nullable(),
  changedAt: z.date(),
});

/** Everything that an entry has been, the newest first. */
export async function listHistory<K extends EntryKind>(tx: Transaction, { kind, entryId }: EntryAt<K>) {
  const rows = await many(
    tx,
    historySchema,
    SQL`select revision, content, withdrawal_reason as "withdrawalReason", person_name as "personName",
      changed_at as "changedAt" from entry_history(${entryId})`,
  );
  return rows.map((row) => ({ ...row, content: contentOf(kind, row.content) }));
}

export type Written<K extends EntryKind> = EntryAt<K> & { readonly content: Contents[K]; readonly now: Date };

/** False when there is an entry by that identifier. */
export async function insertEntry<K extends EntryKind>(tx: Transaction, entry: Written<K>): Promise<boolean> {
  const { entryId, organisationId, kind, content, now } = entry;
  const { rowCount } = await tx.query(
    SQL`insert into region_entries (entry_id, organisation_id, kind, content, created_at, changed_at)
      values (${entryId}, ${organisationId}, ${kind}, ${JSON.stringify(content)}, ${now}, ${now})
      on conflict (entry_id) do nothing`,
  );
  return rowCount === 1;
}

/** False when it is not at that revision any more, or was withdrawn. */
export async function updateEntry<K extends EntryKind>(
  tx: Transaction,
  { entryId, content, now }: Written<K>,
  revision: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    SQL`update region_entries set content = ${JSON.stringify(content)}, revision = revision + 1, changed_at = ${now}
      where entry_id = ${entryId} and revision = ${revision} and withdrawn_at is null`,
  );
  return rowCount === 1;
}

export type Withdrawal = { readonly revision: number; readonly reason: string; readonly now: Date };

/** False when it is not at that revision any more, or was withdrawn before. */
export async function markWithdrawn(
  tx: Transaction,
  entryId: string,
  { revision, reason, now }: Withdrawal,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    SQL`update region_entries set withdrawn_at = ${now}, withdrawal_reason = ${reason}, revision = revision + 1,
        changed_at = ${now}
      where entry_id = ${entryId} and revision = ${revision} and withdrawn_at is null`,
  );
  return rowCount === 1;
}
