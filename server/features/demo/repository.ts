import SQL from '@nearform/sql';
import * as z from 'zod';
import { maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { PersonRow } from '../../platform/identity/session-repository.ts';

/** The made-up person with the address, if the demo has been filled. */
export async function findDemoPerson(tx: Transaction, email: string): Promise<PersonRow | undefined> {
  return maybeOne(
    tx,
    z.object({ personId: z.uuid(), email: z.string(), language: z.enum(['sv', 'en']), isLocked: z.boolean() }),
    SQL`select person_id as "personId", email, language, disabled_at is not null as "isLocked" from people
      where email = ${email} and erased_at is null`,
  );
}
