import * as z from 'zod/mini';
import { answerValueSchema } from '../domain/answers/answer.ts';
import type { LastAnswer } from '../domain/answers/last-time.ts';
import { itemCodeSchema } from '../domain/instrument/codes.ts';
import { defineEndpoint } from './endpoint.ts';
import { responseParamsSchema } from './responses.ts';
import { timestampSchema } from './timestamps.ts';

const lastAnswerSchema = z.object({
  itemCode: itemCodeSchema,
  value: answerValueSchema,
  submittedAt: timestampSchema,
  /** The question was put in other words and asked the same. */
  isReworded: z.boolean(),
  /** Put together of what several had answered, where they had answered this question. */
  isTogether: z.boolean(),
} satisfies Record<keyof LastAnswer, unknown>);

export const getLastTime = defineEndpoint({
  name: 'getLastTime',
  method: 'GET',
  path: '/api/responses/:responseId/last-time',
  summary: 'What was answered last time to the questions of an open response, to stand beside them',
  access: 'respondent',
  params: responseParamsSchema,
  responses: { 200: z.object({ answers: z.array(lastAnswerSchema) }) },
});
