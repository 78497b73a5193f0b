import * as z from 'zod/mini';
import { levelSchema, storableTextSchema } from '../answers/answer.ts';
import { dimensionCodeSchema, itemCodeSchema } from '../instrument/codes.ts';

/** What a judgement rests on: seen in the firm, read in a document, told in conversation. */
export const evidenceKinds = ['observed', 'document', 'interview'] as const;
export const evidenceKindSchema = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

export const judgementSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('level'), level: levelSchema }),
  z.strictObject({ state: z.literal('not-judged') }),
]);
export type Judgement = z.infer<typeof judgementSchema>;

export const longestReason = 1000;
export const reviewReasonSchema = storableTextSchema.check(z.maxLength(longestReason));
export const reviewEvidenceSchema = z.array(evidenceKindSchema).check(z.maxLength(evidenceKinds.length));

/** One item, or one whole dimension whose items were not gone through one by one. */
export const reviewSubjectSchema = z.union([itemCodeSchema, dimensionCodeSchema]);

/** What an adviser says of one subject. The reason may be missing as long as the review is a draft. */
export const reviewEntrySchema = z.strictObject({
  code: reviewSubjectSchema,
  judgement: judgementSchema,
  reason: reviewReasonSchema,
  evidence: reviewEvidenceSchema,
});
export type ReviewEntry = z.infer<typeof reviewEntrySchema>;

export const reviewReplySchema = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('agrees'), words: reviewReasonSchema }),
  z.strictObject({ view: z.literal('differs'), words: reviewReasonSchema.check(z.trim(), z.minLength(1)) }),
]);
/** What the firm says of one entry: that it agrees, or how it sees it, in words. */
export type ReviewReply = z.infer<typeof reviewReplySchema>;

/** Whether the code names a dimension as a whole. */
export const isWholeDimension = (code: string): boolean => !code.includes('.');
