import SQL from '@nearform/sql';
import * as z from 'zod';
import type { TakenFile } from '#shared/domain/access/taken-files.ts';
import { one } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

export type LookPurpose = 'result' | 'contact';

/** Writes the look down, which opens to this transaction what the firm lets the organisation see; false if nothing. */
export async function insertLook(
  tx: Transaction,
  look: { accessEventId: string; organisationId: string; firmId: string; purpose: LookPurpose },
): Promise<boolean> {
  const { isLetIn } = await one(
    tx,
    z.object({ isLetIn: z.boolean() }),
    SQL`select look_at_firm(${look.firmId}, ${look.organisationId}, ${look.purpose}, ${look.accessEventId})
      as "isLetIn"`,
  );
  return isLetIn;
}

type Taking = { accessEventId: string; organisationId: string; firmId: string; file: TakenFile };

/** The same of the firm's results for a file that is taken of them, which the firm is told apart from a reading. */
export async function insertTaking(
  tx: Transaction,
  { firmId, organisationId, file, accessEventId }: Taking,
): Promise<boolean> {
  const { isLetIn } = await one(
    tx,
    z.object({ isLetIn: z.boolean() }),
    SQL`select take_result_file(${firmId}, ${organisationId}, ${file}, ${accessEventId}) as "isLetIn"`,
  );
  return isLetIn;
}

/**
 * Whether the consent by which this transaction looks at a firm's results names what the firm chose of its suggestions, said
 * of how it was and added for measures of others. Without it none of that is there to read, as if there were none.
 */
export async function isChoiceNamed(tx: Transaction): Promise<boolean> {
  const { isNamed } = await one(
    tx,
    z.object({ isNamed: z.boolean() }),
    SQL`select looked_at_choices_firm_id() is not null as "isNamed"`,
  );
  return isNamed;
}
