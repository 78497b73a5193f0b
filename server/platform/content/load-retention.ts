import { checkRetentionSchedule } from '#shared/domain/retention/check-retention-schedule.ts';
import { type RetentionSchedule, retentionScheduleSchema } from '#shared/domain/retention/retention-schedule.ts';
import { ContentError, readChecked } from './read-checked.ts';

const file = 'retention.yaml';

/** How long what is kept, as the site that ships proposes it. */
export async function loadRetentionSchedule(contentFolder: string): Promise<RetentionSchedule> {
  const schedule = await readChecked(contentFolder, file, retentionScheduleSchema);
  const issues = checkRetentionSchedule(schedule);
  if (issues.length > 0) {
    throw new ContentError(issues.map(({ path, detail, code }) => `${file}: ${path}: ${detail} (${code})`));
  }
  return schedule;
}
