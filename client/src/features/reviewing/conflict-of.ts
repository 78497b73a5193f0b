import type * as z from 'zod/mini';
import {
  type StoredReply,
  type StoredReviewEntry,
  saveReviewEntry,
  saveReviewReply,
} from '#shared/contracts/reviews.ts';
import { ProblemError } from '../../lib/http/errors.ts';

function documentOf<S extends z.ZodMiniType>(failure: unknown, schema: S): z.output<S> | undefined {
  if (!(failure instanceof ProblemError) || failure.code !== 'review-conflict') return undefined;
  const parsed = schema.safeParse(failure.document);
  return parsed.success ? parsed.data : undefined;
}

/** What a colleague has put in the place of an entry, where that is why a save was refused. */
export function conflictOf(failure: unknown): { entry: StoredReviewEntry | null } | undefined {
  const document = documentOf(failure, saveReviewEntry.responses[409]);
  return document?.entry === undefined ? undefined : { entry: document.entry };
}

/** The same of a reply, by another owner of the firm. */
export function replyConflictOf(failure: unknown): { reply: StoredReply | null } | undefined {
  const document = documentOf(failure, saveReviewReply.responses[409]);
  return document?.reply === undefined ? undefined : { reply: document.reply };
}
