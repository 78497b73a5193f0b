import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { revokePresentedSession } from '../../platform/identity/session-repository.ts';
import { asPerson } from './access.ts';

export async function signOut(context: Context, access: AccessContext): Promise<void> {
  await asPerson(context, access, async (tx, { sessionId }) => {
    await recordAudit(tx, { action: 'signed-out', objectKind: 'session', objectId: sessionId });
    await revokePresentedSession(tx);
  });
}
