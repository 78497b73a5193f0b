import SQL from '@nearform/sql';
import * as z from 'zod';
import { outcomeKinds } from '#shared/domain/outcomes/outcome-codes.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const versionSchema = z.object({
  catalogueVersionId: z.uuid(),
  number: z.int(),
  fromYear: z.int(),
  untilYear: z.int(),
});
export type VersionRow = z.infer<typeof versionSchema>;

/** The versions of the catalogue that were published before the moment, with the years in which each was the newest. */
export async function listVersionsInUse(tx: Transaction, endsAt: Date): Promise<VersionRow[]> {
  return many(
    tx,
    versionSchema,
    SQL`select v.catalogue_version_id as "catalogueVersionId", v.version_number as number,
        extract(year from v.published_at at time zone 'Europe/Stockholm')::integer as "fromYear",
        extract(year from coalesce(lead(v.published_at) over (order by v.version_number), ${endsAt})
          at time zone 'Europe/Stockholm')::integer as "untilYear"
      from catalogue_versions v where v.published_at < ${endsAt} order by v.version_number`,
  );
}

const cellSchema = z.object({
  isSimulated: z.boolean(),
  kind: z.enum(outcomeKinds),
  code: z.string(),
  year: z.int().nullable(),
  version: z.int().nullable(),
  ruleId: z.string().nullable(),
  hasRule: z.boolean().nullable(),
  place: z.string().nullable(),
  outcome: z.string().nullable(),
  detail: z.string().nullable(),
  count: z.int(),
  firms: z.int(),
});
export type OutcomeCellRow = z.infer<typeof cellSchema>;

export async function listOutcomeCells(tx: Transaction, endsAt: Date): Promise<OutcomeCellRow[]> {
  return many(
    tx,
    cellSchema,
    SQL`select is_simulated as "isSimulated", kind, code, year, version, rule_id as "ruleId", has_rule as "hasRule", place,
        outcome, detail, number as count, firms
      from count_outcomes(${endsAt})`,
  );
}
