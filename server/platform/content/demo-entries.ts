import SQL from '@nearform/sql';
import * as z from 'zod';
import { countySchema } from '#shared/domain/firm/firm-profile.ts';
import { activitySchema } from '#shared/domain/followup/activity.ts';
import { indexValueSchema } from '#shared/domain/followup/index-value.ts';
import { exec, one, type Queryable } from '../database/query.ts';
import type { Make } from './import-content.ts';

/** `demo/region-entries.yaml`: what made-up analysts have written down. */
export const demoEntriesSchema = z.strictObject({
  activities: z.array(z.strictObject({ region: countySchema, activity: activitySchema })),
  indexValues: z.array(z.strictObject({ region: countySchema, indexValue: indexValueSchema })),
});
export type DemoEntries = z.infer<typeof demoEntriesSchema>;

/** By the owner of the tables, once: what has been written down since is let be. */
export async function importDemoEntries(
  db: Queryable,
  { activities, indexValues }: DemoEntries,
  { identifiers, clock }: Make,
): Promise<void> {
  const query = SQL`select exists (select 1 from region_entries where is_simulated) as "isThere"`;
  if ((await one(db, z.object({ isThere: z.boolean() }), query)).isThere) return;
  const entries = [
    ...activities.map(({ region, activity }) => ({ region, kind: 'activity', content: activity })),
    ...indexValues.map(({ region, indexValue }) => ({ region, kind: 'index-value', content: indexValue })),
  ];
  const now = clock.now();
  for (const { region, kind, content } of entries) {
    await exec(
      db,
      SQL`insert into region_entries (entry_id, organisation_id, kind, content, is_simulated, created_at, changed_at)
        select ${identifiers.newId()}, organisation_id, ${kind}, ${JSON.stringify(content)}, true, ${now}, ${now}
        from organisations where kind = 'region' and code = ${region}`,
    );
  }
}
