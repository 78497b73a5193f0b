import { readAnchors } from '../../platform/audit/anchor-file.ts';
import { listChain } from '../../platform/audit/chain-repository.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Verdict } from '../../platform/audit/verify-chain.ts';
import { verifyChain } from '../../platform/audit/verify-chain.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asAdministrator, refuseUnlessAdministrator } from './access.ts';

type VerificationBody = Verdict & { isIntact: boolean; verifiedAt: string };

/** The anchors are read before the log, so that none of them can be newer than what it is held against. */
export async function verifyAuditLog(context: Context, access: AccessContext): Promise<VerificationBody> {
  const { anchors } = await readAnchors(context.config.auditAnchorFile);
  return asAdministrator(context, access, async (tx) => {
    const verdict = await verifyChain(listChain(tx), anchors);
    // Somebody whose right ended meanwhile was shown less than there is.
    await refuseUnlessAdministrator(tx);
    const isIntact = verdict.fault === null;
    await recordAudit(tx, {
      action: 'audit-verified',
      objectKind: 'audit-log',
      objectId: 'all',
      detail: { isIntact, eventCount: verdict.eventCount, anchorCount: verdict.anchorCount },
    });
    return { ...verdict, isIntact, verifiedAt: context.clock.now().toISOString() };
  });
}
