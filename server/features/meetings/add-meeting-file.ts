import { fileTypeOf, keptFileName, largestFileBytes, mostFiles } from '#shared/domain/meeting/file-name.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { recogniseFile } from '../../platform/files/recognise-file.ts';
import { atMeeting } from './access.ts';
import { describeMeeting, type MeetingBody } from './describe-meeting.ts';
import { insertFile } from './file-repository.ts';
import type { MeetingPlace } from './repository.ts';

const refused = (path: string, code: string) =>
  new DomainError('file-not-accepted', { fields: [{ path: `body/${path}`, code }] });

/** The file as it is kept: under a name that leads nowhere, and of the kind that both its name and its bytes say. */
function readFile(given: { name: string; fileBase64: string }) {
  const name = keptFileName(given.name);
  if (name === undefined) throw refused('name', 'kind-not-taken');
  const content = Buffer.from(given.fileBase64, 'base64');
  if (content.length > largestFileBytes) throw refused('fileBase64', 'too-large');
  const mediaType = recogniseFile(content);
  if (mediaType === undefined) throw refused('fileBase64', 'kind-not-taken');
  if (mediaType !== fileTypeOf(name)) throw refused('fileBase64', 'not-as-named');
  return { name, content, mediaType };
}

export async function addMeetingFile(
  context: Context,
  access: AccessContext,
  input: MeetingPlace & { readonly name: string; readonly fileBase64: string },
): Promise<MeetingBody> {
  const { firmId, organisationId, meetingId } = input;
  const file = readFile(input);
  const row = await atMeeting(context, access, input, async (tx, meeting) => {
    const isThere = meeting.files.some(({ name, bytes }) => name === file.name && bytes === file.content.length);
    if (meeting.files.length >= mostFiles && !isThere) throw refused('fileBase64', 'too-many');
    const meetingFileId = context.identifiers.newId();
    const isNew = await insertFile(tx, { ...file, meetingFileId, firmId, meetingId, addedAt: context.clock.now() });
    if (!isNew) return;
    const detail = { firmId, organisationId };
    await recordAudit(tx, { action: 'meeting-file-added', objectKind: 'meeting', objectId: meetingId, detail });
  });
  return describeMeeting(row);
}
