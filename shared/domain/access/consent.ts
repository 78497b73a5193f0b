import { versionNumber } from '../version-number.ts';

/**
 * What a firm may agree to. `contact`: one request, to one provider. `result`: its results, to one provider. `cohort`:
 * being named to the other firms in a group of one provider. `statistics`: being counted in the regions' figures.
 */
export const consentPurposes = ['contact', 'result', 'cohort', 'statistics'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Purposes that stand by themselves; `contact` is given with each request and withdrawn with it. */
export const standingPurposes = ['result', 'cohort', 'statistics'] as const;
export type StandingPurpose = (typeof standingPurposes)[number];

/** The receiver of `statistics`: the three regions together. */
export const regionsReceiver = 'regions';

export type ConsentState = {
  readonly purpose: ConsentPurpose;
  /** Code of the provider, or `regions`. */
  readonly receiver: string;
  readonly withdrawnAt: string | null;
};

/** Whether the receiver may do what the purpose says, by these consents of one firm, now. */
export function isConsented(consents: readonly ConsentState[], purpose: ConsentPurpose, receiver: string): boolean {
  return consents.some(
    (consent) => consent.purpose === purpose && consent.receiver === receiver && consent.withdrawnAt === null,
  );
}

/**
 * Whether agreeing to the wording `given` takes the place of a consent that stands by the wording `standing`. For
 * statistics alone: with what a provider was let in for, more would end than the consent (`fallsWithConsent`).
 */
export function replacesWording(purpose: ConsentPurpose, standing: string, given: string): boolean {
  return purpose === 'statistics' && Number(versionNumber(standing)) < Number(versionNumber(given));
}

export type FallsWithConsent = 'nothing' | 'meetings' | 'places-and-meetings';

/**
 * What else a provider loses, and the firm with it, when a consent is withdrawn and `others` stay: its sight of meetings
 * with the last consent to contact or results, and the firm its places in groups with the last of any.
 */
export function fallsWithConsent(others: readonly ConsentState[], asked: ConsentState): FallsWithConsent {
  if (asked.purpose === 'statistics') return 'nothing';
  const left = others.filter(
    ({ purpose, receiver, withdrawnAt }) =>
      purpose !== 'statistics' && receiver === asked.receiver && withdrawnAt === null,
  );
  if (left.length === 0) return 'places-and-meetings';
  if (asked.purpose === 'cohort' || left.some(({ purpose }) => purpose !== 'cohort')) return 'nothing';
  return 'meetings';
}

/**
 * The wordings by which a firm agrees that the organisations it has let in by one of them read each other's notes about
 * contacts with it, and what it takes part in at each other.
 */
export const sharingWordings = ['contact-2', 'result-2', 'result-3'] as const;

/** Whether a provider that was let in by the wording reads the notes of others that were. */
export function isSharingNotes(wordingVersion: string): boolean {
  return sharingWordings.some((each) => each === wordingVersion);
}

/**
 * The wordings of the consent to results that name what the firm makes of its suggestions, what it says of how it was, and
 * what it adds for measures of others. By another one a provider reads none of that.
 */
export const choiceWordings = ['result-3'] as const;

/** Whether a provider that was let in by the wording reads what the firm has chosen, said of then and added. */
export function isNamingChoices(wordingVersion: string): boolean {
  return choiceWordings.some((each) => each === wordingVersion);
}
