import SQL from '@nearform/sql';
import * as z from 'zod';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

/** Links to results of the firm that the person made and that still open something; which those were. */
export async function updateLinksOfPersonToTakenBack(
  tx: Transaction,
  { firmId, personId }: { firmId: string; personId: string },
  takenBackAt: Date,
): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ resultLinkId: z.uuid() }),
    SQL`select result_link_id as "resultLinkId"
      from take_result_links_of_person_back(${firmId}, ${personId}, ${takenBackAt})`,
  );
  return rows.map(({ resultLinkId }) => resultLinkId);
}
