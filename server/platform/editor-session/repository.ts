import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

/** The editor whose session this transaction presents. */
export async function findEditorName(tx: Transaction): Promise<string | undefined> {
  const row = await one(tx, z.object({ name: z.string().nullable() }), SQL`select current_editor_name() as name`);
  return row.name ?? undefined;
}
