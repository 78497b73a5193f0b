import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

/** How many firms with these numbers let one of the session's providers in. */
export async function countLettingIn(tx: Transaction, numbers: readonly string[]): Promise<number> {
  const { count } = await one(
    tx,
    z.object({ count: z.int() }),
    SQL`select count(distinct organisation_number)::integer as count from firms
      where organisation_number = any (${numbers}::text[])`,
  );
  return count;
}
