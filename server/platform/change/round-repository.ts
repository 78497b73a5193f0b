import SQL from '@nearform/sql';
import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { scoreProfileSchema } from '#shared/domain/scoring/score.ts';
import { many } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';
import { mostEarlierRounds } from './change-since.ts';

export const submittedRoundSchema = z.object({
  responseId: z.uuid(),
  formCode: z.string(),
  submittedAt: z.date(),
  instrumentVersionId: z.uuid(),
  answers: z.record(z.string(), answerSchema),
  profile: firmProfileSchema,
  scoreProfile: scoreProfileSchema,
});

const roundRowSchema = submittedRoundSchema.extend({ submissionId: z.uuid() });
export type RoundRow = z.infer<typeof roundRowSchema>;

/** What the presented session may read of the rounds before that of the response it opens, the newest first. */
export async function listRoundsBefore(tx: Transaction): Promise<RoundRow[]> {
  return many(
    tx,
    roundRowSchema,
    SQL`select submission_id as "submissionId", response_id as "responseId", form_code as "formCode", submitted_at as "submittedAt",
        instrument_version_id as "instrumentVersionId", answers, profile, score_profile as "scoreProfile"
      from list_rounds_before(${mostEarlierRounds})`,
  );
}
