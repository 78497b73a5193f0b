import * as z from 'zod';
import { answerSchema } from '#shared/domain/answers/answer.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { itemCodeSchema } from '#shared/domain/instrument/codes.ts';
import { languageSchema } from '#shared/domain/language.ts';

/** `demo/firm.yaml`: a simulated firm with its answers. */
export const demoFirmSchema = z.strictObject({
  formCode: z.string(),
  language: languageSchema,
  firmName: z.string(),
  profile: firmProfileSchema,
  answers: z.record(itemCodeSchema, answerSchema),
  /** What it had answered otherwise the round before. */
  earlierAnswers: z.record(itemCodeSchema, answerSchema),
});
export type DemoFirm = z.infer<typeof demoFirmSchema>;
