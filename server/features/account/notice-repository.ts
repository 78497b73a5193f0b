import SQL from '@nearform/sql';
import * as z from 'zod';
import { type NoticeChoice, newRequestNotices } from '#shared/contracts/notices.ts';
import { exec, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const choiceSchema = z.object({ newRequests: z.enum(newRequestNotices), isToldOfOverdue: z.boolean() });

export async function findNoticeChoice(tx: Transaction, personId: string): Promise<NoticeChoice | undefined> {
  return maybeOne(
    tx,
    choiceSchema,
    SQL`select new_requests as "newRequests", is_told_of_overdue as "isToldOfOverdue"
      from notice_choices where person_id = ${personId}`,
  );
}

export async function saveNoticeChoice(
  tx: Transaction,
  personId: string,
  { newRequests, isToldOfOverdue }: NoticeChoice,
  now: Date,
): Promise<void> {
  await exec(
    tx,
    SQL`insert into notice_choices (person_id, new_requests, is_told_of_overdue, changed_at)
      values (${personId}, ${newRequests}, ${isToldOfOverdue}, ${now})
      on conflict (person_id) do update
      set new_requests = excluded.new_requests, is_told_of_overdue = excluded.is_told_of_overdue,
        changed_at = excluded.changed_at`,
  );
}
