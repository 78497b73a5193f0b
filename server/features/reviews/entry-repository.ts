import SQL from '@nearform/sql';
import * as z from 'zod';
import type { EvidenceKind, Judgement } from '#shared/domain/review/review.ts';
import { evidenceKinds } from '#shared/domain/review/review.ts';
import { exec, many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { ReviewRow } from './repository.ts';

type ReviewKey = Pick<ReviewRow, 'firmId' | 'reviewId'>;

const judgedSchema = z.union([
  z.object({ state: z.literal('level'), level: z.int() }),
  z.object({ state: z.literal('not-judged'), level: z.null() }),
]);

export function judgementOf(judged: z.infer<typeof judgedSchema>): Judgement {
  return judged.state === 'level' ? { state: 'level', level: judged.level } : { state: 'not-judged' };
}

const entryRowSchema = z
  .object({
    code: z.string(),
    reason: z.string(),
    evidence: z.array(z.enum(evidenceKinds)),
    revision: z.int(),
    judgedAt: z.date(),
    judgedBy: z.string().nullable(),
    isOwn: z.boolean(),
  })
  .and(judgedSchema);
export type EntryRow = z.infer<typeof entryRowSchema>;

const selectEntry = SQL`select i.code, i.state, i.level, i.reason, i.evidence, i.revision, i.judged_at as "judgedAt",
    p.name as "judgedBy", coalesce(i.judged_by = (select current_person_id()), false) as "isOwn"
  from review_items i
  left join people p on p.person_id = i.judged_by`;

export async function listEntries(tx: Transaction, { firmId, reviewId }: ReviewKey): Promise<EntryRow[]> {
  return many(
    tx,
    entryRowSchema,
    SQL`${selectEntry} where i.firm_id = ${firmId} and i.review_id = ${reviewId} order by i.code`,
  );
}

export async function findEntry(
  tx: Transaction,
  { firmId, reviewId }: ReviewKey,
  code: string,
): Promise<EntryRow | undefined> {
  return maybeOne(
    tx,
    entryRowSchema,
    SQL`${selectEntry} where i.firm_id = ${firmId} and i.review_id = ${reviewId} and i.code = ${code}`,
  );
}

export async function listEntryCodes(tx: Transaction, { firmId, reviewId }: ReviewKey): Promise<{ code: string }[]> {
  return many(
    tx,
    z.object({ code: z.string() }),
    SQL`select code from review_items where firm_id = ${firmId} and review_id = ${reviewId}`,
  );
}

export type NewEntry = {
  readonly code: string;
  readonly judgement: Judgement;
  readonly reason: string;
  readonly evidence: readonly EvidenceKind[];
  readonly revision: number;
  readonly judgedAt: Date;
};

export async function upsertEntry(tx: Transaction, { firmId, reviewId }: ReviewKey, entry: NewEntry): Promise<void> {
  const { judgement } = entry;
  const level = judgement.state === 'level' ? judgement.level : null;
  await exec(
    tx,
    SQL`insert into review_items (firm_id, review_id, code, state, level, reason, evidence, revision, judged_by,
        judged_at)
      values (${firmId}, ${reviewId}, ${entry.code}, ${judgement.state}, ${level}, ${entry.reason},
        ${[...entry.evidence]}, ${entry.revision}, (select current_person_id()), ${entry.judgedAt})
      on conflict (firm_id, review_id, code) do update
      set state = excluded.state, level = excluded.level, reason = excluded.reason, evidence = excluded.evidence,
        revision = excluded.revision, judged_by = excluded.judged_by, judged_at = excluded.judged_at`,
  );
}

export async function deleteEntry(tx: Transaction, { firmId, reviewId }: ReviewKey, code: string): Promise<void> {
  await exec(
    tx,
    SQL`delete from review_items where firm_id = ${firmId} and review_id = ${reviewId} and code = ${code}`,
  );
}

export async function deleteEntries(tx: Transaction, { firmId, reviewId }: ReviewKey): Promise<void> {
  await exec(tx, SQL`delete from review_items where firm_id = ${firmId} and review_id = ${reviewId}`);
}
