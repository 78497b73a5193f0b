import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPersonInTurn } from './access.ts';
import {
  describeFactors,
  type FactorChange,
  type FactorsBody,
  refuseLastFactor,
  refuseWithoutShownFactor,
  tellFactorChange,
} from './factors.ts';

type Removal = {
  readonly change: Extract<FactorChange, `${string}-removed`>;
  /** False for what lets nobody in as the site is set up: taking it away leaves the person no worse off. */
  readonly isUsable: boolean;
  readonly isThere: (tx: Transaction, personId: string) => Promise<boolean>;
  readonly remove: (tx: Transaction, personId: string) => Promise<void>;
};

/** What holds for taking any factor away: it takes another one shown, it is never the last one needed, and it is told. */
export async function removeFactor(context: Context, access: AccessContext, removal: Removal): Promise<FactorsBody> {
  const factors = await asPersonInTurn(context, access, async (tx, person) => {
    const { personId } = person;
    refuseWithoutShownFactor(context, person);
    if (!(await removal.isThere(tx, personId))) throw new DomainError('not-found');
    if (removal.isUsable) await refuseLastFactor(context, tx, personId);
    await removal.remove(tx, personId);
    await tellFactorChange(context, tx, person, removal.change);
    return describeFactors(tx, personId);
  });
  context.wakeWorker();
  return factors;
}
