import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

type Request = { readonly referralId: string; readonly organisationId: string };

/** What becomes of firms' requests by what is done in a group, as their own feature does it. */
export type RequestDesk = {
  /** Opens the firm's requests to change; before anything but a consent is held. */
  readonly look: (
    context: Context,
    tx: Transaction,
    at: { readonly firmId: string; readonly organisationId: string },
  ) => Promise<void>;
  /** Says yes to one that nobody has answered; false when there is nothing to say any more. */
  readonly takeUp: (context: Context, tx: Transaction, request: Request) => Promise<boolean>;
  /** Brings one to its end. */
  readonly complete: (context: Context, tx: Transaction, end: Request & { readonly outcome: string }) => Promise<void>;
};
