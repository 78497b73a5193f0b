import SQL from '@nearform/sql';
import * as z from 'zod';
import { releaseCellSchema } from '#shared/domain/benchmark/cell.ts';
import { releaseSpecSchema } from '#shared/domain/benchmark/release.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Wanted } from './get-trend.ts';

const pointSchema = z.object({
  number: z.int(),
  name: localisedTextSchema,
  from: z.iso.date(),
  until: z.iso.date(),
  cell: z.nullable(releaseCellSchema),
  spec: releaseSpecSchema,
});

/** Releases of levels with the measure, of the same population and simulated or not as the one that is asked about. */
export async function listTrendPoints(
  tx: Transaction,
  { number, measure, group }: Wanted,
): Promise<z.infer<typeof pointSchema>[]> {
  return many(
    tx,
    pointSchema,
    SQL`select r.release_number as number, r.spec -> 'name' as name, r.spec ->> 'from' as "from",
        r.spec ->> 'until' as "until",
        (select c from jsonb_array_elements(r.document -> 'cells') c
          where c ->> 'measure' = ${measure} and c ->> 'group' = ${group} limit 1) as cell, r.spec
      from releases asked
      join releases r on r.status = 'published' and not r.spec ? 'kind' and r.is_simulated = asked.is_simulated
        and r.spec ->> 'population' = asked.spec ->> 'population' and r.spec -> 'measures' ? ${measure}
      where asked.release_number = ${number} and asked.status = 'published' and not asked.spec ? 'kind'
      order by r.spec ->> 'until', r.spec ->> 'from', r.release_number`,
  );
}
