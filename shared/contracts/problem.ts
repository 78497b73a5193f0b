import * as z from 'zod/mini';

/** Every code a program may react to. A feature adds one only when the client does something about it. */
export const problemCodes = [
  'invalid-request',
  'not-found',
  'method-not-allowed',
  'payload-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'origin-refused',
  'response-already-submitted',
  'answer-not-accepted',
  'answer-conflict',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'nothing-answered',
  'sign-in-required',
  'sign-in-refused',
  'code-not-accepted',
  'account-locked',
  'second-factor-required',
  'verification-required',
  'last-of-its-kind',
  'already-in-use',
  'already-decided',
  'decision-on-its-way',
  'changed-meanwhile',
  'move-not-possible',
  'edition-full',
  'edition-closed',
  'already-placed',
  'draft-conflict',
  'draft-outdated',
  'draft-not-publishable',
  'edit-refused',
  'review-conflict',
  'review-incomplete',
  'review-not-open',
  'file-not-readable',
  'planner-busy',
  'builder-busy',
  'release-blocked',
  'release-not-verifiable',
  'verification-running',
  'file-not-accepted',
  'too-many-firms',
  'package-out-of-use',
  'plan-of-earlier-rules',
  'others-not-asked',
  'nothing-changed',
  'too-many-publications',
  'too-many-drafts',
  'too-many-what-ifs',
  'too-many-result-links',
  'too-many-respondents',
  'respondent-invited-already',
  'invitation-opened',
  'respondent-link-active',
  'respondent-link-full',
  'respondent-not-to-remind',
  'respondent-not-to-renew',
  'campaign-closed',
  'campaign-begun',
  'service-unavailable',
  'internal-error',
] as const;

export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** One fault in the input: where it is, and a stable word for what is wrong with it. */
export const problemFieldSchema = z.object({
  path: z.string(),
  code: z.string(),
  detail: z.optional(z.string()),
});
export type ProblemField = z.infer<typeof problemFieldSchema>;

/** RFC 9457 problem details, the only shape an error takes on the wire. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  requestId: z.string(),
  errors: z.optional(z.array(problemFieldSchema)),
});
export type Problem = z.infer<typeof problemSchema>;
