import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, one, type Queryable } from '../../platform/database/query.ts';
import type { LedgerEntry } from './ledger-file.ts';

function statementOf({ scope, subjectId, decision, at }: LedgerEntry) {
  if (scope === 'person') {
    return SQL`select erase_person(${subjectId}, ${at}, ${decision === 'partly-granted'}) as "isDone"`;
  }
  return decision === 'granted'
    ? SQL`select erase_firm(${subjectId}) as "isDone"`
    : SQL`select reduce_firm(${subjectId}, ${at}) as "isDone"`;
}

/** Erases once more, as the owner of the tables. False when there is nothing left of it. */
export async function eraseAgain(db: Queryable, entry: LedgerEntry): Promise<boolean> {
  const { isDone } = await one(db, z.object({ isDone: z.boolean() }), statementOf(entry));
  return isDone;
}

/** The request as it stood when it was carried out; the words of a decision that is lost are lost. */
export async function updateRequestToReplayed(db: Queryable, entry: LedgerEntry): Promise<void> {
  const { erasureRequestId, decision, basis, at } = entry;
  await exec(
    db,
    SQL`update erasure_requests set status = 'carried-out', carried_out_at = ${at},
        decision = coalesce(decision, ${decision}), basis = coalesce(basis, ${basis}),
        decision_text = coalesce(decision_text, '–'), decided_at = coalesce(decided_at, ${at})
      where erasure_request_id = ${erasureRequestId} and status in ('received', 'decided')`,
  );
}
