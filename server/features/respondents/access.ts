import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findLed, type LedRow, lockAssessment } from './repository.ts';

/** The assessment that one leads. The example of a demo site is opened by everybody, and led by nobody. */
export async function getLed(tx: Transaction, responseId: string): Promise<LedRow> {
  const led = await findLed(tx, responseId);
  if (led === undefined || (led.isSimulated && !led.isClaimed)) throw new DomainError('not-found');
  return led;
}

/**
 * As long as it takes answers, with everybody else who changes it waiting. What is to be changed in it is looked for first, so
 * that nobody is told more of what is not theirs once it is submitted.
 */
export async function lockLedOpen(
  tx: Transaction,
  responseId: string,
  isThere: (led: LedRow) => Promise<boolean> = async () => true,
): Promise<LedRow> {
  const { assessmentId } = await getLed(tx, responseId);
  await lockAssessment(tx, assessmentId);
  const led = await getLed(tx, responseId);
  if (!(await isThere(led))) throw new DomainError('not-found');
  if (!led.isOpen) throw new DomainError('response-already-submitted');
  return led;
}
