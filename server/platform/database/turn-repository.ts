import SQL from '@nearform/sql';
import { exec } from './query.ts';
import type { Transaction } from './transaction.ts';

/** Lets those who change what a firm has at most so much of, or builds on what was there, follow each other. */
export async function takeTurnAtFirm(tx: Transaction, firmId: string): Promise<void> {
  await exec(tx, SQL`select 1 from firms where firm_id = ${firmId} for no key update`);
}
