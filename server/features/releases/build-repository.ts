import { setImmediate } from 'node:timers/promises';
import SQL from '@nearform/sql';
import * as z from 'zod';
import type { Before, StandingRow } from '#shared/domain/benchmark/beside-earlier.ts';
import { maySee } from '#shared/domain/benchmark/earlier.ts';
import type { InsiderRow, TallyRow } from '#shared/domain/benchmark/make-release.ts';
import { shownLevels } from '#shared/domain/benchmark/make-release.ts';
import type { ReleaseReport } from '#shared/domain/benchmark/release.ts';
import { type AnyDocument, anyDocumentSchema } from '#shared/domain/effect/any-release.ts';
import { type EffectPair, shownEffects } from '#shared/domain/effect/effect-beside.ts';
import { exec, many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/**
 * Counting every answer of a period takes longer than a page may. Of a million answers, with everything that can be
 * counted, each statement takes minutes; whoever does not want it any more cancels it.
 */
const longStatementMs = '1800000';
const longIdleMs = '600000';

export async function allowLongStatements(tx: Transaction): Promise<void> {
  await exec(
    tx,
    SQL`select set_config('statement_timeout', ${longStatementMs}, true),
    set_config('idle_in_transaction_session_timeout', ${longIdleMs}, true)`,
  );
}

const takenSchema = z.object({ taken: z.int().nullable() });

/** Writes down which answers are counted; null when nobody waits for the release any more. */
export async function collectRelease(tx: Transaction, releaseId: string): Promise<number | null> {
  return (await one(tx, takenSchema, SQL`select collect_release(${releaseId}) as taken`)).taken;
}

const tallySchema = z.object({
  measure: z.string(),
  stratum: z.int(),
  values: z.array(z.int()),
  firms: z.array(z.int()),
});

export async function listTallies(tx: Transaction, releaseId: string): Promise<TallyRow[]> {
  return many(
    tx,
    tallySchema,
    SQL`select measure, stratum, array_agg(value order by value) as values, array_agg(firms order by value) as firms
      from tally_release(${releaseId}) group by measure, stratum order by measure, stratum`,
  );
}

// Bits of at most fifty measures: a whole number that JSON and JavaScript hold exactly.
const bitsSchema = z.coerce.number().int();
const insiderSchema = z.object({ insider: z.int(), stratum: z.int(), measured: bitsSchema, firms: z.int() });

const frozenSchema = z.object({ taken: z.int() });

/** Writes down what providers can see of the answers at this moment. */
export async function freezeInsiders(tx: Transaction, releaseId: string): Promise<number> {
  return (await one(tx, frozenSchema, SQL`select freeze_release_insiders(${releaseId}) as taken`)).taken;
}

export async function listInsiders(tx: Transaction, releaseId: string): Promise<InsiderRow[]> {
  return many(
    tx,
    insiderSchema,
    SQL`select insider, stratum, measured, firms from list_release_insiders(${releaseId})`,
  );
}

const standingSchema = z.object({
  levels: z.array(z.tuple([bitsSchema, bitsSchema, bitsSchema, bitsSchema])),
  changes: z.array(z.tuple([z.int(), z.int(), z.int(), z.int()])),
  insiders: z.array(z.int()),
  firms: z.int(),
});

/** Where the same firms stand in each of the releases, in their order, and which providers can see them at this moment. */
async function listStandings(tx: Transaction, releaseIds: readonly string[]): Promise<StandingRow[]> {
  const rows = await many(
    tx,
    standingSchema,
    SQL`select levels, changes, insiders, firms from join_releases(${releaseIds}::uuid[])`,
  );
  // Places are counted from one.
  return rows.map(({ levels, changes, ...row }) => ({
    levels: levels.map(([place, stratum, measured, answer]) => ({ release: place - 1, stratum, measured, answer })),
    changes: changes.map(([place, number, before, after]) => ({ release: place - 1, number, before, after })),
    ...row,
  }));
}

const earlierSchema = z.object({
  releaseId: z.uuid(),
  order: z.int(),
  number: z.int().nullable(),
  isOwn: z.boolean(),
  builtOn: z.iso.date(),
  document: z.unknown(),
});

const pairSchema = z.object({
  releaseId: z.uuid(),
  measure: z.string(),
  treated: z.int(),
  control: z.int(),
  packages: z.array(z.string()),
});

/**
 * What could be looked at before, of levels and of effects, of the same kind of firms: published, or built by any region;
 * and where its firms and those of the release stand. The release is compared with all of it. Only while it is built.
 */
export async function readBefore(tx: Transaction, releaseId: string): Promise<Before> {
  const rows = await many(
    tx,
    earlierSchema,
    SQL`select release_id as "releaseId", shown_order as "order", release_number as number, is_own as "isOwn",
        built_on as "builtOn", document
      from list_earlier_releases(${releaseId})`,
  );
  if (rows.length === 0) return { earlier: [], standings: [] };
  const pairs = await many(
    tx,
    pairSchema,
    SQL`select release_id as "releaseId", measure, treated, control, packages
      from list_earlier_effect_pairs(${releaseId})`,
  );
  const pairsOf = Map.groupBy(pairs, (pair) => pair.releaseId);
  const earlier: Before['earlier'][number][] = [];
  for (const { releaseId: earlierId, document, ...named } of rows) {
    // Each takes some milliseconds to read, and there are more of them every year: others are answered in between.
    await setImmediate();
    earlier.push({ ...named, shows: shownIn(anyDocumentSchema.parse(document), pairsOf.get(earlierId) ?? []) });
  }
  return {
    earlier,
    standings: await listStandings(tx, [...rows.map((row) => row.releaseId), releaseId]),
  };
}

const shownIn = (document: AnyDocument, pairs: readonly EffectPair[]) =>
  document.format === 'mattstock-release-1' ? shownLevels(document) : shownEffects(document, pairs);

const foundSchema = z.object({ found: z.boolean() });

/** Writes down how far the building has come; false when nobody waits for it any more. */
export async function noteReleaseProgress(tx: Transaction, releaseId: string, step: number): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select note_release_progress(${releaseId}, ${step}) as found`)).found;
}

export type Built = {
  readonly document: AnyDocument;
  readonly sha256: Buffer;
  readonly report: ReleaseReport;
  /** Of a release of effects: whom it has laid beside each other. */
  readonly pairs?: readonly EffectPair[] | undefined;
};

/** Null for a release that could not be built. What is not safe, or was not compared with all, is never looked at. */
export async function settleRelease(
  tx: Transaction,
  releaseId: string,
  { built, now }: { readonly built: Built | null; readonly now: Date },
): Promise<void> {
  await one(
    tx,
    foundSchema,
    SQL`select settle_release(${releaseId}, ${built === null ? null : JSON.stringify(built.document)}::jsonb,
      ${built?.sha256 ?? null}, ${built === null ? null : JSON.stringify(built.report)}::jsonb, ${now},
      ${built !== null && maySee(built.report)}) as found`,
  );
}
