import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

export type ReferralEnd = {
  readonly referralId: string;
  readonly organisationId: string;
  readonly outcome: string;
};

/** Brings a request to its end, as its own feature does it. */
export type CompleteReferral = (context: Context, tx: Transaction, end: ReferralEnd) => Promise<void>;
