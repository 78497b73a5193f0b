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
 * The wordings by which a firm agrees that the organisations it has let in by one of them read each other's notes about
 * contacts with it, and what it takes part in at each other.
 */
export const sharingWordings = ['contact-2', 'result-2'] as const;
