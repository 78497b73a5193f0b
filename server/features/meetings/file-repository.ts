import SQL from '@nearform/sql';
import * as z from 'zod';
import { translateConstraint } from '../../platform/database/database-faults.ts';
import { maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const idSchema = z.object({ meetingFileId: z.uuid() });

export type NewFile = {
  readonly meetingFileId: string;
  readonly firmId: string;
  readonly meetingId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly addedAt: Date;
};

/** False when the very same file is there already. */
export async function insertFile(tx: Transaction, file: NewFile): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`insert into meeting_files (meeting_file_id, firm_id, meeting_id, person_id, name, media_type, content, created_at)
      values (${file.meetingFileId}, ${file.firmId}, ${file.meetingId}, (select current_person_id()), ${file.name},
        ${file.mediaType}, ${file.content}, ${file.addedAt})
      on conflict do nothing
      returning meeting_file_id as "meetingFileId"`,
  ).catch(translateConstraint({ meeting_files_at_most_ten: 'move-not-possible' }));
  return row !== undefined;
}

export type FilePlace = { readonly firmId: string; readonly meetingId: string; readonly meetingFileId: string };

export async function deleteFile(tx: Transaction, { firmId, meetingId, meetingFileId }: FilePlace): Promise<boolean> {
  const row = await maybeOne(
    tx,
    idSchema,
    SQL`delete from meeting_files
      where firm_id = ${firmId} and meeting_id = ${meetingId} and meeting_file_id = ${meetingFileId}
      returning meeting_file_id as "meetingFileId"`,
  );
  return row !== undefined;
}

const fileSchema = z.object({ name: z.string(), mediaType: z.string(), content: z.instanceof(Buffer) });
export type StoredFile = z.infer<typeof fileSchema>;

export async function findFile(tx: Transaction, place: FilePlace): Promise<StoredFile | undefined> {
  return maybeOne(
    tx,
    fileSchema,
    SQL`select name, media_type as "mediaType", content from meeting_files
      where firm_id = ${place.firmId} and meeting_id = ${place.meetingId} and meeting_file_id = ${place.meetingFileId}`,
  );
}
