import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

/** Roles held at an organisation that looks after firms, or at a region. */
export type StaffRole = 'advisor' | 'manager' | 'analyst';

/** Whether the live session works for the organisation in one of the roles. */
export async function worksFor(tx: Transaction, organisationId: string, roles: readonly StaffRole[]): Promise<boolean> {
  const { isOwn } = await one(
    tx,
    z.object({ isOwn: z.boolean() }),
    SQL`select ${organisationId}::uuid = any (my_organisation_ids(variadic ${roles}::text[])) as "isOwn"`,
  );
  return isOwn;
}
