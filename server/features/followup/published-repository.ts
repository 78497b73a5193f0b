import SQL from '@nearform/sql';
import * as z from 'zod';
import { populationSchema } from '#shared/domain/benchmark/release.ts';
import { editionStatuses } from '#shared/domain/edition/edition-states.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const editionSchema = z.object({
  packageCode: z.string(),
  providerCode: z.string(),
  status: z.enum(editionStatuses),
  municipality: z.string().nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  isSimulated: z.boolean(),
});
export type EditionRow = z.infer<typeof editionSchema>;

/** All that were not cancelled, without a firm; the first to begin first. */
export async function listFollowedEditions(tx: Transaction): Promise<EditionRow[]> {
  return many(
    tx,
    editionSchema,
    SQL`select package_code as "packageCode", provider_code as "providerCode", status, municipality,
      to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn",
      is_simulated as "isSimulated" from list_followed_editions()`,
  );
}

const figureSchema = z.object({
  dimension: z.string(),
  mean: z.number(),
  firms: z.number(),
  releaseNumber: z.int(),
  from: z.iso.date(),
  until: z.iso.date(),
  population: populationSchema,
  isSimulated: z.boolean(),
});
export type FigureRow = z.infer<typeof figureSchema>;

/** What all firms together have in the newest release that shows it (as `newestFirst` has it), by measure. */
export async function listNewestFigures(tx: Transaction): Promise<FigureRow[]> {
  return many(
    tx,
    figureSchema,
    SQL`select distinct on (c.value ->> 'measure') c.value ->> 'measure' as dimension,
        (c.value ->> 'mean')::double precision as mean, (c.value ->> 'firms')::double precision as firms,
        r.release_number as "releaseNumber", r.spec ->> 'from' as "from", r.spec ->> 'until' as until,
        r.spec ->> 'population' as population, r.is_simulated as "isSimulated"
      from releases r, jsonb_array_elements(r.document -> 'cells') c
      where r.status = 'published' and r.spec ->> 'kind' is distinct from 'effect' and c.value ->> 'group' = 'all' and c.value ->> 'mean' is not null
        and c.value ->> 'firms' is not null
      order by c.value ->> 'measure', r.is_simulated, r.spec ->> 'until' desc, r.release_number desc`,
  );
}
