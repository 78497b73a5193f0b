import * as z from 'zod/mini';
import { clientIdSchema, instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import { storedAnswerSchema } from '#shared/contracts/responses.ts';
import { answerSchema } from '#shared/domain/answers/answer.ts';

/** One answer on its way to the server. */
const entrySchema = z.object({
  itemCode: z.string(),
  answer: answerSchema,
  /** Version of the question that was answered; lacking in what was kept before versions were. */
  instrumentVersionId: z.optional(instrumentVersionIdSchema),
  clientSequence: z.int(),
  /** Revision the person had before them; null while an earlier entry of the same item is under way. */
  baseRevision: z.nullable(z.int()),
  /** The server may have it already: it is sent again as it is, never replaced. */
  isAttempted: z.boolean(),
  state: z.enum(['waiting', 'conflict', 'refused']),
  /** What the server holds instead, when the two differ. */
  current: z.nullable(storedAnswerSchema),
});
export type OutboxEntry = z.infer<typeof entrySchema>;

/** What this browser has not yet been told is saved, oldest first. Kept in IndexedDB, one record per response. */
export const outboxRecordSchema = z.object({
  clientId: clientIdSchema,
  nextSequence: z.int(),
  entries: z.array(entrySchema),
  /** Last revision of each item that this browser has saved: a tab that did not hear of it builds on it all the same. */
  revisions: z._default(z.record(z.string(), z.int()), {}),
});
export type OutboxRecord = z.infer<typeof outboxRecordSchema>;

export function emptyOutbox(clientId: string): OutboxRecord {
  return { clientId, nextSequence: 1, entries: [], revisions: {} };
}
