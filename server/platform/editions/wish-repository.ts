import SQL from '@nearform/sql';
import * as z from 'zod';
import { editionStatuses } from '#shared/domain/edition/edition-states.ts';

export const wishRowSchema = z
  .object({
    editionId: z.uuid(),
    /** Null for whoever sees only what takes firms, once it does not. */
    facts: z
      .object({
        name: z.string().nullable(),
        municipality: z.string().nullable(),
        startsOn: z.string(),
        applyBy: z.string(),
        status: z.enum(editionStatuses),
        places: z.int(),
        invited: z.int(),
        placed: z.int(),
      })
      .nullable(),
  })
  .nullable();
export type WishRow = z.infer<typeof wishRowSchema>;

/** Of the row `r` of a referral: the group that it names. */
export const wishColumn = SQL`case when r.wished_edition_id is not null then jsonb_build_object(
    'editionId', r.wished_edition_id, 'facts', (
      select jsonb_build_object('name', w.name, 'municipality', w.municipality, 'startsOn', w.starts_on,
        'applyBy', w.apply_by, 'status', w.status, 'places', w.places, 'invited', w.invited_count,
        'placed', w.placed_count)
      from editions w where w.edition_id = r.wished_edition_id
    )) end`;
