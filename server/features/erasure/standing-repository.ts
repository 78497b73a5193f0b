import SQL from '@nearform/sql';
import * as z from 'zod';
import { one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const standingSchema = z.object({ personId: z.uuid().nullable(), isAdministrator: z.boolean() });

/** Whose the session is at this moment, whatever it was when the request came in. */
export async function getStanding(tx: Transaction): Promise<z.infer<typeof standingSchema>> {
  return one(
    tx,
    standingSchema,
    SQL`select current_person_id() as "personId", is_administrator() as "isAdministrator"`,
  );
}

const firmStandingSchema = z.object({
  personId: z.uuid().nullable(),
  role: z.enum(['owner', 'respondent']).nullable(),
});

/** The same, and what the person is in the firm. */
export async function getFirmStanding(tx: Transaction, firmId: string): Promise<z.infer<typeof firmStandingSchema>> {
  return one(
    tx,
    firmStandingSchema,
    SQL`select p.person_id as "personId", m.role
      from current_person_id() as p (person_id)
      left join memberships m on m.person_id = p.person_id and m.firm_id = ${firmId} and m.ended_at is null`,
  );
}
