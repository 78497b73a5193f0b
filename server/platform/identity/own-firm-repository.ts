import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';

/** For its owners only; to everybody else, other members of the firm included, there is nothing here. */
export async function requireOwnFirm(tx: Transaction, firmId: string): Promise<void> {
  const { isOwn } = await one(
    tx,
    z.object({ isOwn: z.boolean() }),
    SQL`select ${firmId} = any (my_owned_firm_ids()) as "isOwn"`,
  );
  if (!isOwn) throw new DomainError('not-found');
}
