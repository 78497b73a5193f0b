import SQL from '@nearform/sql';
import * as z from 'zod';
import { many } from '../database/query.ts';
import type { Database } from '../database/transaction.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Sealing } from './sealing.ts';

/** Refuses to serve when what is stored cannot be opened: people would find out one by one, at the door. */
export async function refuseForeignSeals(database: Database, sealing: Sealing): Promise<void> {
  const rows = await inTransaction(database, { surface: 'identity' }, (tx) =>
    many(
      tx,
      z.object({ sealed: z.string() }),
      SQL`select sealed_secret as sealed from authenticators where confirmed_at is not null`,
    ),
  );
  const webhooks = await inTransaction(database, { surface: 'worker' }, (tx) =>
    many(tx, z.object({ sealed: z.string() }), SQL`select sealed_secret as sealed from webhooks`),
  );
  const foreign = [...rows, ...webhooks].filter(({ sealed }) => !sealing.isKnown(sealed)).length;
  if (foreign > 0) {
    throw new Error(
      `SEALING_KEY: ${foreign} authenticators or webhooks are sealed with a key that is not among the given ones`,
    );
  }
}
