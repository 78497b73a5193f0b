import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asPerson } from './access.ts';
import { describeSession, type SessionBody } from './describe-session.ts';
import { listSessionRows, updateToEnded } from './session-repository.ts';

/** Ends one session of the person, this one too if that is named. */
export async function endSession(
  context: Context,
  access: AccessContext,
  sessionId: string,
): Promise<{ sessions: SessionBody[] }> {
  return asPerson(context, access, async (tx, { personId }) => {
    await recordAudit(tx, { action: 'sessions-ended', objectKind: 'session', objectId: sessionId });
    if (!(await updateToEnded(tx, personId, sessionId))) throw new DomainError('not-found');
    return { sessions: (await listSessionRows(tx, personId)).map(describeSession) };
  });
}
