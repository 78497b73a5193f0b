import * as z from 'zod/mini';
import { localisedTextSchema } from '../language.ts';
import { periodSchema } from './period.ts';

/**
 * P1 who somebody is, P2 who answered what, P3 what a firm has answered, P4 statistics, P5 what was done and by whom,
 * P6 what was agreed to.
 */
export const dataClasses = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'] as const;

/** `unlink-person`: it stays, and whom it came from is no longer known. `clear`: it stays, emptied. */
export const retentionActions = ['delete', 'unlink-person', 'clear', 'keep'] as const;
export type RetentionAction = (typeof retentionActions)[number];

/** What a period is counted from. */
export const retentionStarts = [
  'expiry',
  'end',
  'sending',
  'last-use',
  'last-answer',
  'submission',
  'withdrawal',
  'end-of-request',
  'look',
  'event',
  'last-change',
  'making',
  'writing',
  'meeting',
] as const;

/**
 * What the site does by itself, and counted from what. It is built this way, so that the schedule chooses how long, and
 * whether at all, and says why.
 */
export const retentionSteps = {
  'sign-in-requests': { dataClass: 'P1', action: 'delete', from: 'expiry' },
  challenges: { dataClass: 'P1', action: 'delete', from: 'expiry' },
  sessions: { dataClass: 'P1', action: 'delete', from: 'end' },
  'access-keys': { dataClass: 'P1', action: 'delete', from: 'end' },
  'result-links': { dataClass: 'P1', action: 'delete', from: 'end' },
  invitations: { dataClass: 'P1', action: 'delete', from: 'end' },
  'mail-recipients': { dataClass: 'P1', action: 'clear', from: 'sending' },
  'contact-details': { dataClass: 'P1', action: 'clear', from: 'end-of-request' },
  'unused-accounts': { dataClass: 'P1', action: 'delete', from: 'last-use' },
  respondents: { dataClass: 'P2', action: 'unlink-person', from: 'submission' },
  'respondent-answers': { dataClass: 'P2', action: 'delete', from: 'submission' },
  'respondent-invitations': { dataClass: 'P1', action: 'delete', from: 'end' },
  'unclaimed-responses': { dataClass: 'P3', action: 'delete', from: 'last-answer' },
  'review-drafts': { dataClass: 'P3', action: 'delete', from: 'last-change' },
  'contact-notes': { dataClass: 'P5', action: 'delete', from: 'writing' },
  meetings: { dataClass: 'P5', action: 'delete', from: 'meeting' },
  'access-events': { dataClass: 'P5', action: 'delete', from: 'look' },
  'result-link-openings': { dataClass: 'P5', action: 'delete', from: 'look' },
  'earlier-contacts': { dataClass: 'P1', action: 'delete', from: 'last-use' },
  campaigns: { dataClass: 'P1', action: 'delete', from: 'end' },
  'webhook-deliveries': { dataClass: 'P5', action: 'delete', from: 'event' },
  consents: { dataClass: 'P6', action: 'delete', from: 'withdrawal' },
  'ended-placements': { dataClass: 'P5', action: 'delete', from: 'end' },
  plans: { dataClass: 'P5', action: 'delete', from: 'making' },
  releases: { dataClass: 'P5', action: 'delete', from: 'making' },
  'package-drafts': { dataClass: 'P5', action: 'delete', from: 'last-change' },
  'what-ifs': { dataClass: 'P5', action: 'delete', from: 'making' },
} as const;
export type RetentionStep = keyof typeof retentionSteps;
export const retentionStepCodes = Object.keys(retentionSteps) as RetentionStep[];

/** What nothing happens to by itself, and which the schedule therefore gives no period. */
export const keptClasses = {
  'firm-answers': { dataClass: 'P3' },
  reviews: { dataClass: 'P3' },
  'statistics-releases': { dataClass: 'P4' },
  'region-entries': { dataClass: 'P5' },
  'audit-log': { dataClass: 'P5' },
  'erasure-decisions': { dataClass: 'P6' },
} as const;
export type KeptClass = keyof typeof keptClasses;
export const keptClassCodes = Object.keys(keptClasses) as KeptClass[];

export const retentionRuleSchema = z.strictObject({
  code: z.enum([...retentionStepCodes, ...keptClassCodes]),
  dataClass: z.enum(dataClasses),
  name: localisedTextSchema,
  examples: localisedTextSchema,
  action: z.enum(retentionActions),
  /** Null: it is kept. */
  after: z.nullable(periodSchema),
  /** Null: there is nothing to count. */
  from: z.nullable(z.enum(retentionStarts)),
  /** How long before it happens whoever it concerns is told. */
  notice: z.optional(periodSchema),
  /** Why so long, and why no longer. */
  basis: localisedTextSchema,
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

export const retentionScheduleSchema = z.strictObject({
  /** A proposal until those who own the data have decided, which for a public body takes a decision on disposal. */
  standing: z.enum(['proposal', 'decided']),
  /** Reference and day of that decision; null for a proposal. */
  decision: z.nullable(z.strictObject({ reference: z.string().check(z.minLength(1)), decidedOn: z.iso.date() })),
  rules: z.array(retentionRuleSchema),
});
export type RetentionSchedule = z.infer<typeof retentionScheduleSchema>;
