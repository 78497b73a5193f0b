import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { updateOthersToEnded } from '../../platform/identity/session-repository.ts';
import { asPerson } from './access.ts';
import { describeSession, type SessionBody } from './describe-session.ts';
import { listSessionRows } from './session-repository.ts';

export async function endOtherSessions(context: Context, access: AccessContext): Promise<{ sessions: SessionBody[] }> {
  return asPerson(context, access, async (tx, { personId }) => {
    const count = await updateOthersToEnded(tx, personId);
    await recordAudit(tx, { action: 'sessions-ended', objectKind: 'person', objectId: personId, detail: { count } });
    return { sessions: (await listSessionRows(tx, personId)).map(describeSession) };
  });
}
