import { type Activity, type ActivityFrame, checkActivity } from '#shared/domain/followup/activity.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type ActivityRowBody, describeActivity } from './describe-entry.ts';
import { saveEntry } from './save-entry.ts';

type Input = {
  readonly organisationId: string;
  readonly activityId: string;
  readonly activity: Activity;
  readonly revision: number;
};

export async function saveActivity(
  context: Context,
  access: AccessContext,
  { organisationId, activityId, activity, revision }: Input,
): Promise<ActivityRowBody> {
  const { catalogue } = await context.published.currentCatalogue();
  const frame: ActivityFrame = {
    today: swedishDate(context.clock.now()),
    steps: catalogue.steps.map(({ code }) => code),
    packages: catalogue.packages.map(({ code }) => code),
    lists: context.bundle.followUp,
  };
  const entry = { kind: 'activity' as const, organisationId, entryId: activityId, content: activity, revision };
  const check = (before: Activity | null) => checkActivity(activity, frame, before);
  return describeActivity(await saveEntry(context, access, entry, { property: 'activity', check }), organisationId);
}
