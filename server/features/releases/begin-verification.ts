import { verifiabilityOf } from '#shared/domain/benchmark/verification.ts';
import { kindOf } from '#shared/domain/effect/any-release.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getOwnRelease, type ReleasePlace } from './get-release.ts';
import { type ReleaseBuilder, refuseTooMany } from './release-builder.ts';
import { stepsOf } from './run-release.ts';
import type { VerificationRun } from './run-verification.ts';
import { insertVerification } from './verification-repository.ts';

type Wanted = ReleasePlace & { readonly builder: ReleaseBuilder };

/** Any region's analysts may check what any of them has published; the building is the caller's to begin. */
export async function beginVerification(
  { database, clock, identifiers }: Context,
  access: AccessContext,
  { builder, ...place }: Wanted,
): Promise<VerificationRun> {
  return inTransaction(database, access, async (tx) => {
    const { spec, status, keepsInsiders, sha256 } = await getOwnRelease(tx, place);
    const verifiability = verifiabilityOf({ status, kind: kindOf(spec), keepsInsiders });
    if (verifiability !== 'yes' || 'kind' in spec || sha256 === null) throw new DomainError('release-not-verifiable');
    await refuseTooMany(tx, builder, place.organisationId);
    const verificationId = identifiers.newId();
    const verification = { ...place, verificationId, steps: stepsOf(spec), createdAt: clock.now() };
    if (!(await insertVerification(tx, verification))) throw new DomainError('verification-running');
    await recordAudit(tx, {
      action: 'release-verification-begun',
      objectKind: 'release',
      objectId: place.releaseId,
      detail: { organisationId: place.organisationId, verificationId },
    });
    return { verificationId, releaseId: place.releaseId, spec, sha256 };
  });
}
