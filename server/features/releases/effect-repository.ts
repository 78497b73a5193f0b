import SQL from '@nearform/sql';
import * as z from 'zod';
import type { EffectPair } from '#shared/domain/effect/effect-beside.ts';
import type { EffectInput, LevelRow } from '#shared/domain/effect/make-effect.ts';
import { many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const takenSchema = z.object({ taken: z.int().nullable() });

/** Writes down which firms may be compared; null when nobody waits for the release any more. */
export async function collectEffect(tx: Transaction, releaseId: string): Promise<number | null> {
  return (await one(tx, takenSchema, SQL`select collect_effect(${releaseId}) as taken`)).taken;
}

const firmSchema = z.object({
  number: z.int(),
  likeness: z.string(),
  packages: z.array(z.string()),
  insiders: z.array(z.int()),
});

export async function listEffectFirms(tx: Transaction, releaseId: string): Promise<EffectInput['firms']> {
  return many(
    tx,
    firmSchema,
    SQL`select number, likeness, packages, insiders from list_effect_firms(${releaseId}) order by number`,
  );
}

const levelSchema = z.object({ number: z.int(), measure: z.string(), before: z.int(), after: z.int() });

export async function listEffectLevels(tx: Transaction, releaseId: string): Promise<LevelRow[]> {
  return many(tx, levelSchema, SQL`select number, measure, before, after from list_effect_levels(${releaseId})`);
}

const foundSchema = z.object({ found: z.boolean() });

/** Writes down whom a release has laid beside each other. */
export async function keepEffectPairs(tx: Transaction, releaseId: string, pairs: readonly EffectPair[]): Promise<void> {
  await one(tx, foundSchema, SQL`select keep_effect_pairs(${releaseId}, ${JSON.stringify(pairs)}::jsonb) as found`);
}
