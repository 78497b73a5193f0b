import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asRegion } from './access.ts';
import { type ActivityRowBody, describeActivity } from './describe-entry.ts';
import { describeFrame, type FrameBody } from './describe-frame.ts';
import { listEntries } from './entry-repository.ts';

export type ActivitiesBody = { readonly activities: ActivityRowBody[]; readonly frame: FrameBody };

/** All regions', since one strategy is carried out by the three of them. */
export async function listActivities(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<ActivitiesBody> {
  const { catalogue } = await context.published.currentCatalogue();
  return asRegion(context, access, organisationId, async (tx) => {
    const entries = await listEntries(tx, 'activity');
    return {
      activities: entries.map((entry) => describeActivity(entry, organisationId)),
      frame: await describeFrame(context, tx, catalogue),
    };
  });
}
