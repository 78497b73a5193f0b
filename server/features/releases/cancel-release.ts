import type { ReleaseStatus } from '#shared/domain/benchmark/release.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getOwnRelease, type ReleasePlace } from './get-release.ts';
import { dropReleaseRow, lockStanding } from './repository.ts';

type Cancelling = ReleasePlace & { /** As it was seen. */ readonly status: 'building' | 'built' };

/**
 * Stops the building, or puts away what was built, while it stands as it was seen: nobody has looked at what was built
 * meanwhile, and what was published stays.
 */
export async function cancelRelease(
  context: Context,
  access: AccessContext,
  { status: seen, ...place }: Cancelling,
): Promise<ReleaseStatus> {
  return inTransaction(context.database, access, async (tx) => {
    await lockStanding(tx);
    const { organisationId, status } = await getOwnRelease(tx, place);
    // Another region's is for that region to drop.
    if (organisationId !== place.organisationId) throw new DomainError('not-found');
    if (status !== seen) return status;
    const dropped = await dropReleaseRow(tx, place.releaseId);
    if (dropped === null) return (await getOwnRelease(tx, place)).status;
    await recordAudit(tx, { action: 'release-dropped', objectKind: 'release', objectId: place.releaseId });
    return dropped;
  });
}
