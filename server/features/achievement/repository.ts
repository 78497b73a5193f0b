import SQL from '@nearform/sql';
import * as z from 'zod';
import { itemDifferenceSchema } from '#shared/domain/achievement/part-change.ts';
import { firstAnswers } from '#shared/domain/achievement/requests.ts';
import { branchSchema, countySchema, outsideRegion, sizeClassSchema } from '#shared/domain/firm/firm-profile.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { moveReasons } from '#shared/domain/referral/move-words.ts';
import { referralStatuses } from '#shared/domain/referral/referral-states.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const providerSchema = z.object({ organisationId: z.uuid(), code: z.string(), name: localisedTextSchema });
export type ProviderRow = z.infer<typeof providerSchema>;

/** The provider, if the session looks at firms for it. */
export async function findProvider(tx: Transaction, organisationId: string): Promise<ProviderRow | undefined> {
  return maybeOne(
    tx,
    providerSchema,
    SQL`select organisation_id as "organisationId", code, name from organisations
      where organisation_id = ${organisationId} and kind = 'provider' and code = my_provider_code(organisation_id)`,
  );
}

export type Counted = { readonly organisationId: string; readonly endsAt: Date };

const firmsSchema = z.object({
  isSimulated: z.boolean(),
  year: z.int(),
  county: z.union([countySchema, z.literal(outsideRegion)]).nullable(),
  branch: z.nullable(branchSchema),
  sizeClass: z.nullable(sizeClassSchema),
  firms: z.int(),
});
export type FirmsRow = z.infer<typeof firmsSchema>;

export async function listFirmCounts(tx: Transaction, { organisationId, endsAt }: Counted): Promise<FirmsRow[]> {
  return many(
    tx,
    firmsSchema,
    SQL`select is_simulated as "isSimulated", year, county, branch, size_class as "sizeClass", firms
      from count_provider_firms(${organisationId}, ${endsAt})`,
  );
}

const requestSchema = z.object({
  isSimulated: z.boolean(),
  firm: z.int(),
  askedYear: z.int(),
  askedAt: z.date(),
  answer: z.enum(firstAnswers).nullable(),
  answeredAt: z.date().nullable(),
  declineReason: z.enum(moveReasons.decline).nullable(),
  status: z.enum(referralStatuses),
  statusYear: z.int(),
  statusSince: z.date(),
  packageCode: z.string(),
  edition: z.uuid().nullable(),
});
export type RequestRow = z.infer<typeof requestSchema>;

export async function listRequestCounts(tx: Transaction, { organisationId, endsAt }: Counted): Promise<RequestRow[]> {
  return many(
    tx,
    requestSchema,
    SQL`select is_simulated as "isSimulated", firm, asked_year as "askedYear", asked_at as "askedAt", answer,
        answered_at as "answeredAt", decline_reason as "declineReason", status, status_year as "statusYear",
        status_since as "statusSince", package_code as "packageCode", edition_id as edition
      from count_provider_requests(${organisationId}, ${endsAt})`,
  );
}

const changeSchema = z.object({
  isSimulated: z.boolean(),
  firm: z.int(),
  earlierVersionId: z.uuid(),
  laterVersionId: z.uuid(),
  items: z.array(itemDifferenceSchema),
});
export type ChangeRow = z.infer<typeof changeSchema>;

/** Pairs of rounds before and after a package; of each firm the one to compare first comes first. */
export async function listChanges(tx: Transaction, { organisationId, endsAt }: Counted): Promise<ChangeRow[]> {
  return many(
    tx,
    changeSchema,
    SQL`select is_simulated as "isSimulated", firm, earlier_version_id as "earlierVersionId",
        later_version_id as "laterVersionId", items
      from count_provider_changes(${organisationId}, ${endsAt})`,
  );
}

const editionSchema = z.object({
  isSimulated: z.boolean(),
  edition: z.uuid(),
  packageCode: z.string(),
  name: z.string().nullable(),
  municipality: z.string().nullable(),
  startsOn: z.string(),
  endYear: z.int(),
});
export type HeldEditionRow = z.infer<typeof editionSchema>;

/** The groups of the provider that had been held and ended by then, in the order of their beginning. */
export async function listHeldEditions(
  tx: Transaction,
  { organisationId, endsAt }: Counted,
): Promise<HeldEditionRow[]> {
  return many(
    tx,
    editionSchema,
    SQL`select is_simulated as "isSimulated", edition_id as edition, package_code as "packageCode", name, municipality,
        starts_on::text as "startsOn", extract(year from ends_on)::integer as "endYear"
      from editions
      where organisation_id = ${organisationId} and status = 'completed' and status_since < ${endsAt}
      order by starts_on, edition_id`,
  );
}
