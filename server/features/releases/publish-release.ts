import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { findBlocks, getOwnRelease, type ReleasePlace } from './get-release.ts';
import { lockStanding, publishReleaseRow } from './repository.ts';

type Publishing = ReleasePlace & { /** Of the document that was looked at. */ readonly sha256: string };

/** For good, and only what nothing can be worked out from. What was built since was compared with it. */
export async function publishRelease(
  context: Context,
  access: AccessContext,
  { sha256, ...place }: Publishing,
): Promise<{ number: number; publishedAt: string }> {
  return inTransaction(context.database, access, async (tx) => {
    await lockStanding(tx);
    const release = await getOwnRelease(tx, place);
    if (release.organisationId !== place.organisationId) throw new DomainError('not-found');
    const blocks = await findBlocks(tx, release);
    if (blocks.length > 0 || release.sha256 !== sha256) throw new DomainError('release-blocked');
    const now = context.clock.now();
    const number = await publishReleaseRow(tx, place.releaseId, now);
    if (number === undefined) throw new DomainError('release-blocked');
    await recordAudit(tx, {
      action: 'release-published',
      objectKind: 'release',
      objectId: place.releaseId,
      detail: { number, sha256 },
    });
    return { number, publishedAt: now.toISOString() };
  });
}
