import type * as z from 'zod/mini';
import type { getReleaseProgress as endpoint } from '#shared/contracts/releases.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { refuseOthers } from '../../platform/identity/as-staff-of.ts';
import type { ReleasePlace } from './get-release.ts';
import { findProgress } from './repository.ts';
import { findRunningVerification } from './verification-repository.ts';

export async function getReleaseProgress(
  { database }: Context,
  access: AccessContext,
  { organisationId, releaseId }: ReleasePlace,
): Promise<z.input<(typeof endpoint)['responses'][200]>> {
  return inTransaction(database, access, async (tx) => {
    await refuseOthers(tx, organisationId, ['analyst']);
    const found = await findProgress(tx, releaseId);
    if (found === undefined) throw new DomainError('not-found');
    const { status, ...progress } = found;
    return {
      building: status === 'building' ? progress : null,
      verification: (await findRunningVerification(tx, releaseId)) ?? null,
    };
  });
}
