import SQL from '@nearform/sql';
import * as z from 'zod';
import { many } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

const thenRowSchema = z.object({ since: z.uuid(), dimension: z.string(), level: z.int().min(0).max(4).nullable() });
/** What was said of where a dimension was; null for *vet ej*. */
export type ThenRow = z.infer<typeof thenRowSchema>;

/** Where the firm says at this response that it was at earlier ones. */
export async function listThenLevels(tx: Transaction, responseId: string): Promise<ThenRow[]> {
  return many(
    tx,
    thenRowSchema,
    SQL`select since_response_id as since, dimension_code as dimension, level from then_levels
      where response_id = ${responseId}`,
  );
}
