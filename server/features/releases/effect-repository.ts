import SQL from '@nearform/sql';
import * as z from 'zod';
import type { EarlierEffect } from '#shared/domain/effect/earlier-effects.ts';
import type { EffectContribution, EffectInput, LevelRow } from '#shared/domain/effect/make-effect.ts';
import { many, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { listEarlierReleases } from './build-repository.ts';

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

const earlierPairSchema = z.object({
  releaseId: z.uuid(),
  measure: z.string(),
  packages: z.array(z.string()),
  treated: z.int(),
  treatedIsSame: z.boolean(),
  control: z.int(),
  controlIsSame: z.boolean(),
});

/** What could be looked at before of the same kind, with the firms it laid beside each other called as in the new one. */
export async function listEarlierEffects(tx: Transaction, releaseId: string): Promise<EarlierEffect[]> {
  const earlier = await listEarlierReleases(tx, releaseId, 'mattstock-effect-1');
  if (earlier.length === 0) return [];
  const rows = await many(
    tx,
    earlierPairSchema,
    SQL`select release_id as "releaseId", measure, packages, treated, treated_is_same as "treatedIsSame",
        control, control_is_same as "controlIsSame"
      from list_earlier_effect_pairs(${releaseId})`,
  );
  const byRelease = Map.groupBy(rows, ({ releaseId: earlierId }) => earlierId);
  return earlier.map(({ releaseId: earlierId, ...named }) => ({
    ...named,
    pairs: (byRelease.get(earlierId) ?? []).map(({ measure, packages, ...pair }) => ({
      measure,
      packages,
      treated: { number: pair.treated, isSame: pair.treatedIsSame },
      control: { number: pair.control, isSame: pair.controlIsSame },
    })),
  }));
}

const foundSchema = z.object({ found: z.boolean() });

/** Writes down whom a release has laid beside each other. */
export async function keepEffectPairs(
  tx: Transaction,
  releaseId: string,
  pairs: readonly EffectContribution[],
): Promise<void> {
  await one(tx, foundSchema, SQL`select keep_effect_pairs(${releaseId}, ${JSON.stringify(pairs)}::jsonb) as found`);
}
