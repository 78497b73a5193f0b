import SQL from '@nearform/sql';
import * as z from 'zod';
import { maySee } from '#shared/domain/benchmark/earlier.ts';
import type { InsiderRow, StandingRow, TallyRow } from '#shared/domain/benchmark/make-release.ts';
import type { ReleaseReport } from '#shared/domain/benchmark/release.ts';
import { type AnyDocument, anyDocumentSchema } from '#shared/domain/effect/any-release.ts';
import type { EffectContribution } from '#shared/domain/effect/make-effect.ts';
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
  places: z.array(z.int()),
  strata: z.array(z.int()),
  measured: z.array(bitsSchema),
  answers: z.array(z.int()),
  insiders: z.array(z.int()),
  firms: z.int(),
});

/** Where the same firms stand in each of the releases, in their order, and which providers can see them at this moment. */
export async function listStandings(tx: Transaction, releaseIds: readonly string[]): Promise<StandingRow[]> {
  const rows = await many(
    tx,
    standingSchema,
    SQL`select places, strata, measured, answers, insiders, firms from join_releases(${releaseIds}::uuid[])`,
  );
  return rows.map(({ places, strata, measured, answers, insiders, firms }) => ({
    places: releaseIds.map((_, release) => {
      const at = places.indexOf(release + 1);
      const [stratum, bits, answer] = [strata[at], measured[at], answers[at]];
      if (stratum === undefined || bits === undefined || answer === undefined) return null;
      return { stratum, measured: bits, answer };
    }),
    insiders,
    firms,
  }));
}

const earlierSchema = z.object({
  releaseId: z.uuid(),
  order: z.int(),
  number: z.int().nullable(),
  isOwn: z.boolean(),
  builtOn: z.iso.date(),
  document: anyDocumentSchema,
});
type EarlierRow<Document> = Omit<z.infer<typeof earlierSchema>, 'document'> & { readonly document: Document };

/**
 * What could be looked at before of the same kind, of the same kind of firms: published, or built by any region. The release
 * is compared with each. Only while it is built.
 */
export async function listEarlierReleases<Format extends AnyDocument['format']>(
  tx: Transaction,
  releaseId: string,
  format: Format,
): Promise<EarlierRow<Extract<AnyDocument, { format: Format }>>[]> {
  const rows = await many(
    tx,
    earlierSchema,
    SQL`select release_id as "releaseId", shown_order as "order", release_number as number, is_own as "isOwn",
        built_on as "builtOn", document
      from list_earlier_releases(${releaseId})`,
  );
  return rows.map(({ document, ...row }) => {
    if (!isOf(document, format)) throw new Error('an earlier release is of another kind');
    return { ...row, document };
  });
}

function isOf<Format extends AnyDocument['format']>(
  document: AnyDocument,
  format: Format,
): document is Extract<AnyDocument, { format: Format }> {
  return document.format === format;
}

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
  readonly pairs?: readonly EffectContribution[] | undefined;
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
