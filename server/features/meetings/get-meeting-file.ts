import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { getMeetingRow } from './access.ts';
import { findFile, type StoredFile } from './file-repository.ts';
import type { MeetingPlace } from './repository.ts';

export async function getMeetingFile(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly meetingFileId: string },
): Promise<StoredFile> {
  const { firmId, organisationId, meetingId } = input;
  return inTransaction(context.database, access, async (tx) => {
    await getMeetingRow(tx, input);
    const file = await findFile(tx, input);
    if (file === undefined) throw new DomainError('not-found');
    const detail = { firmId, organisationId };
    await recordAudit(tx, { action: 'meeting-file-read', objectKind: 'meeting', objectId: meetingId, detail });
    return file;
  });
}
