import SQL from '@nearform/sql';
import * as z from 'zod';
import { exec, many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import {
  listRowsByKeys,
  type PageQuery,
  type QueueRowRow,
  queueKeySchema,
  selectQueueKeys,
} from './queue-repository.ts';

/**
 * Every row of the filter in its order, so many at a time. The database sorts the keys once and keeps them; what is
 * shown of a row is read with the piece that it is in, so that the first piece comes soon.
 */
export async function* readQueue(
  tx: Transaction,
  query: Omit<PageQuery, 'place'>,
  atATime: number,
): AsyncGenerator<QueueRowRow[]> {
  // All of them are wanted, which the plan should know.
  await exec(tx, SQL`select set_config('cursor_tuple_fraction', '1.0', true)`);
  await exec(tx, SQL`declare queue_keys no scroll cursor for ${selectQueueKeys(query)}`);
  for (;;) {
    const keys = await many(tx, queueKeySchema, SQL`${SQL.unsafe(`fetch ${atATime} from queue_keys`)}`);
    if (keys.length > 0) yield await listRowsByKeys(tx, query.filter, keys);
    if (keys.length < atATime) return;
  }
}

const notedSchema = z.object({ firmId: z.uuid(), hasResult: z.boolean() });

/** Writes down that the firms stand in an export; gives those that let the organisation in now, and how far. */
export async function insertExportLooks(
  tx: Transaction,
  { firmIds, organisationId }: { firmIds: readonly string[]; organisationId: string },
): Promise<z.infer<typeof notedSchema>[]> {
  return many(
    tx,
    notedSchema,
    SQL`select firm_id as "firmId", has_result as "hasResult" from note_export(${firmIds}, ${organisationId})`,
  );
}
