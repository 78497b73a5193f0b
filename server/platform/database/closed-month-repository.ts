import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from './query.ts';
import type { Transaction } from './transaction.ts';

const endSchema = z.object({ endsAt: z.date(), year: z.int() });

/** The beginning of the month in Sweden, before which everything is counted, and the year of the last counted day. */
export async function getCountedEnd(tx: Transaction, now: Date): Promise<z.infer<typeof endSchema>> {
  return one(
    tx,
    endSchema,
    SQL`select e.month at time zone 'Europe/Stockholm' as "endsAt",
        extract(year from e.month - interval '1 day')::integer as year
      from (select date_trunc('month', ${now}::timestamptz at time zone 'Europe/Stockholm') as month) e`,
  );
}
