import type { Period } from '../retention/period.ts';

/** What is to be erased: a person's own data, or all of a firm's. */
export const erasureScopes = ['person', 'firm'] as const;
export type ErasureScope = (typeof erasureScopes)[number];

/** `withdrawn` by whoever asked, before anybody had decided. */
export const erasureStatuses = ['received', 'withdrawn', 'decided', 'carried-out'] as const;

export const erasureDecisions = ['granted', 'partly-granted', 'refused'] as const;
export type ErasureDecision = (typeof erasureDecisions)[number];

/** Grounds for erasing: article 17.1 of the GDPR, or a decision on disposal (gallringsbeslut). */
const groundsToErase = [
  'consent-withdrawn',
  'no-longer-needed',
  'objection',
  'unlawful-processing',
  'disposal-decision',
] as const;

/** Grounds for keeping: article 17.3 (b, d and e), and what was asked by the wrong person or without reason (12.5). */
const groundsToKeep = ['archive-law', 'legal-obligation', 'legal-claim', 'public-task', 'request-unfounded'] as const;

export const erasureBases = [...groundsToErase, ...groundsToKeep] as const;
export type ErasureBasis = (typeof erasureBases)[number];

/** What a decision may rest on: one that keeps something names what it is kept for. */
export function basesOf(decision: ErasureDecision): readonly ErasureBasis[] {
  if (decision === 'granted') return groundsToErase;
  // Partly is no answer to a request without ground.
  return decision === 'refused' ? groundsToKeep : groundsToKeep.filter((basis) => basis !== 'request-unfounded');
}

/** Within this time from the day it came in, whoever asks is told what was decided (article 12.3 of the GDPR). */
export const answerWithin: Period = { months: 1 };

/** What keeps somebody from being erased until another has taken over. */
export const erasureObstacles = ['last-owner', 'last-administrator'] as const;
