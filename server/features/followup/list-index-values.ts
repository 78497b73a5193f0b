import type * as z from 'zod/mini';
import type { listIndexValues as listIndexValuesEndpoint } from '#shared/contracts/follow-up.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { asRegion } from './access.ts';
import { describeIndexValue } from './describe-entry.ts';
import { listEntries } from './entry-repository.ts';
import { listDimensions } from './list-dimensions.ts';
import { listNewestFigures } from './published-repository.ts';

type Body = z.input<(typeof listIndexValuesEndpoint.responses)[200]>;

/** With what they may stand beside, as it is published. */
export async function listIndexValues(context: Context, access: AccessContext, organisationId: string): Promise<Body> {
  const dimensions = await listDimensions(context);
  return asRegion(context, access, organisationId, async (tx) => {
    const entries = await listEntries(tx, 'index-value');
    const figures = await listNewestFigures(tx);
    return {
      indexValues: entries.map((entry) => describeIndexValue(entry, organisationId)),
      figures: figures.filter(({ dimension }) => dimensions.some(({ code }) => code === dimension)),
      dimensions,
      today: swedishDate(context.clock.now()),
    };
  });
}
