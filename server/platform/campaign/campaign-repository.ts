import SQL from '@nearform/sql';
import * as z from 'zod';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { maybeOne } from '../database/query.ts';
import type { Transaction } from '../database/transaction.ts';

const answeredCampaignSchema = z.object({
  organiserName: localisedTextSchema,
  name: localisedTextSchema,
  closesOn: z.string(),
  refusesFrom: z.date(),
});
export type AnsweredCampaign = z.infer<typeof answeredCampaignSchema>;

/** The call that what the presented key or session opens is answered for; none once it is submitted, or has left the call. */
export async function findAnsweredCampaign(tx: Transaction): Promise<AnsweredCampaign | undefined> {
  return maybeOne(
    tx,
    answeredCampaignSchema,
    SQL`select organiser_name as "organiserName", campaign_name as name, closes_on::text as "closesOn",
        refuses_from as "refusesFrom"
      from read_answered_campaign()`,
  );
}
