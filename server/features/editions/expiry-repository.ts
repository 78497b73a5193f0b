import SQL from '@nearform/sql';
import * as z from 'zod';
import { languageSchema, localisedTextSchema } from '#shared/domain/language.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const expiredRowSchema = z.object({
  placementId: z.uuid(),
  revision: z.int(),
  firmId: z.uuid(),
  packageCode: z.string(),
  catalogueVersionId: z.uuid(),
  organisationName: localisedTextSchema,
  startsOn: z.string(),
  /** Null where nobody can be told. */
  email: z.string().nullable(),
  language: z.nullable(languageSchema),
});
export type ExpiredRow = z.infer<typeof expiredRowSchema>;

/** Ends so many invitations at most whose day has passed; a row for each whom it is to be told. */
export async function expireRows(
  tx: Transaction,
  { today, now, most }: { today: string; now: Date; most: number },
): Promise<ExpiredRow[]> {
  return many(
    tx,
    expiredRowSchema,
    SQL`select x.placement_id as "placementId", x.revision, x.firm_id as "firmId", x.package_code as "packageCode",
        x.catalogue_version_id as "catalogueVersionId", x.organisation_name as "organisationName",
        x.starts_on::text as "startsOn", x.email, x.language
      from expire_placements(${today}, ${now}, ${most}) x`,
  );
}
