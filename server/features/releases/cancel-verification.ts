import type { VerificationStatus } from '#shared/domain/benchmark/verification.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getOwnRelease, type ReleasePlace } from './get-release.ts';
import { cancelVerificationRow, listVerifications } from './verification-repository.ts';

type VerificationPlace = ReleasePlace & { readonly verificationId: string };

async function statusOf(tx: Transaction, place: VerificationPlace): Promise<VerificationStatus> {
  const found = (await listVerifications(tx, place.releaseId)).find(
    ({ verificationId, organisationId }) =>
      verificationId === place.verificationId && organisationId === place.organisationId,
  );
  if (found === undefined) throw new DomainError('not-found');
  return found.status;
}

/** Stops what the region has begun; what has ended meanwhile stays as it ended. */
export async function cancelVerification(
  context: Context,
  access: AccessContext,
  place: VerificationPlace,
): Promise<VerificationStatus> {
  return inTransaction(context.database, access, async (tx) => {
    await getOwnRelease(tx, place);
    await statusOf(tx, place);
    if (!(await cancelVerificationRow(tx, place.verificationId, context.clock.now()))) return statusOf(tx, place);
    await recordAudit(tx, {
      action: 'release-verification-stopped',
      objectKind: 'release',
      objectId: place.releaseId,
      detail: { verificationId: place.verificationId },
    });
    return 'cancelled';
  });
}
