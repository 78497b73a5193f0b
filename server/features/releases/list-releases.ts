import type * as z from 'zod/mini';
import type { listReleases as listReleasesEndpoint } from '#shared/contracts/releases.ts';
import { attributesFor, releaseBreakdowns } from '#shared/domain/benchmark/choices.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { refuseOthers } from '../../platform/identity/as-staff-of.ts';
import { describeRow } from './describe-row.ts';
import { listMeasures } from './list-measures.ts';
import { nameMeasures } from './name-measures.ts';
import { countsSimulated, getToday, listReleaseRows } from './repository.ts';

type Body = z.input<(typeof listReleasesEndpoint.responses)[200]>;

/** All regions', since what one publishes the others publish beside it. */
export async function listReleases(context: Context, access: AccessContext, organisationId: string): Promise<Body> {
  const measures = await listMeasures(context);
  const names = await nameMeasures(context, { measures, attributes: attributesFor(releaseBreakdowns) });
  return inTransaction(context.database, access, async (tx) => {
    await refuseOthers(tx, organisationId, ['analyst']);
    const rows = await listReleaseRows(tx);
    return {
      releases: rows.map((row) => describeRow(row, organisationId)),
      choices: {
        measures,
        breakdowns: releaseBreakdowns.map((codes) => [...codes]),
        names,
        today: await getToday(tx, context.clock.now()),
        hasSimulated: await countsSimulated(tx),
      },
    };
  });
}
