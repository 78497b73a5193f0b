import { isAgreed, mayDropStep, type StepOwner } from '#shared/domain/meeting/meeting-step.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { MeetingRow } from './repository.ts';
import { updateStepDropped } from './step-repository.ts';

type Drop = { readonly stepKey: string; readonly by: StepOwner; readonly reason: string };

/** Takes down that a step is not to be done after all. What is not agreed is nobody's to drop, and not told of. */
export async function dropStep(
  { clock }: Pick<Context, 'clock'>,
  tx: Transaction,
  meeting: MeetingRow,
  { stepKey, by, reason }: Drop,
): Promise<void> {
  const step = meeting.steps.find(({ key }) => key === stepKey);
  if (step === undefined || meeting.status !== 'held' || !isAgreed(step)) throw new DomainError('not-found');
  const { status, summarySentAt, firmId, meetingId } = meeting;
  if (!mayDropStep({ status, summarySentAt: summarySentAt?.toISOString() ?? null }, step)) {
    throw new DomainError('move-not-possible');
  }
  const isDropped = await updateStepDropped(tx, { firmId, meetingId, stepKey }, { at: clock.now(), by, reason });
  if (!isDropped) throw new DomainError('changed-meanwhile');
}
