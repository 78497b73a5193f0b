import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asPerson } from './access.ts';
import { describeSession, type SessionBody } from './describe-session.ts';
import { listSessionRows } from './session-repository.ts';

export async function listSessions(context: Context, access: AccessContext): Promise<{ sessions: SessionBody[] }> {
  return asPerson(context, access, async (tx, { personId }) => ({
    sessions: (await listSessionRows(tx, personId)).map(describeSession),
  }));
}
