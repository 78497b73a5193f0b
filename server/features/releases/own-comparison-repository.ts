import SQL from '@nearform/sql';
import * as z from 'zod';
import type { OwnContribution } from '#shared/domain/benchmark/own-comparison.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const submittedSchema = z.object({ profile: firmProfileSchema, isSimulated: z.boolean() });

/** What the presented key opens, once it is submitted. */
export async function findSubmitted(
  tx: Transaction,
  responseId: string,
): Promise<z.infer<typeof submittedSchema> | undefined> {
  return maybeOne(
    tx,
    submittedSchema,
    SQL`select s.profile, f.is_simulated as "isSimulated" from submissions s
      join firms f on f.firm_id = s.firm_id where s.response_id = ${responseId}`,
  );
}

const contributionSchema = z.object({
  stratum: z.int(),
  measured: z.string().transform((text) => BigInt(text)),
  levels: z.record(z.string(), z.number()),
});

/** The firm's own answers in a published release. */
export async function findOwnContribution(tx: Transaction, releaseId: string): Promise<OwnContribution | undefined> {
  return maybeOne(
    tx,
    contributionSchema,
    SQL`select stratum, measured::text, levels from own_contribution(${releaseId})`,
  );
}
