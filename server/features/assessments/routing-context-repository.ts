import SQL from '@nearform/sql';
import * as z from 'zod';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';

const daysSchema = z.array(z.object({ heldOn: z.string(), startsAt: z.string(), endsAt: z.string() }));

/** Dimensions whose need enough firms share for a cohort; never how many, nor which. */
export async function listSharedNeeds(tx: Transaction): Promise<string[]> {
  const rows = await many(tx, z.object({ dimension: z.string() }), SQL`select shared_needs() as dimension`);
  return rows.map(({ dimension }) => dimension);
}

const comingRowSchema = z.object({
  packageCode: z.string(),
  applyBy: z.string(),
  startsOn: z.string(),
  places: z.int(),
  taken: z.int(),
  days: daysSchema,
});

/** Editions that everybody may know of and that have not begun. */
export async function listComingEditions(tx: Transaction, today: string): Promise<z.infer<typeof comingRowSchema>[]> {
  return many(
    tx,
    comingRowSchema,
    SQL`select e.package_code as "packageCode", e.apply_by::text as "applyBy", e.starts_on::text as "startsOn",
        e.places, e.invited_count + e.placed_count as taken, coalesce((
          select jsonb_agg(jsonb_build_object('heldOn', d.held_on, 'startsAt', to_char(d.starts_at, 'HH24:MI'),
            'endsAt', to_char(d.ends_at, 'HH24:MI')) order by d.held_on)
          from edition_days d where d.edition_id = e.edition_id
        ), '[]') as days
      from editions e
      where e.status in ('open', 'confirmed') and e.starts_on > ${today}
      order by e.starts_on, e.edition_id limit 500`,
  );
}

const pastRowSchema = z.object({ packageCode: z.string(), isTaken: z.boolean(), days: daysSchema });

/** What the firm of the session took before, and is in now. */
export async function listPast(tx: Transaction): Promise<z.infer<typeof pastRowSchema>[]> {
  return many(
    tx,
    pastRowSchema,
    SQL`select package_code as "packageCode", is_taken as "isTaken", days from routing_past()
      order by package_code, is_taken, days::text`,
  );
}
