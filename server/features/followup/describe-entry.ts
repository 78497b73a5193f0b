import type * as z from 'zod/mini';
import type {
  activityDocumentSchema,
  activityRowSchema,
  indexValueDocumentSchema,
  indexValueRowSchema,
} from '#shared/contracts/follow-up.ts';
import type { Entry, EntryKind, listHistory } from './entry-repository.ts';

export type ActivityRowBody = z.input<typeof activityRowSchema>;
export type IndexValueRowBody = z.input<typeof indexValueRowSchema>;
export type ActivityBody = z.input<typeof activityDocumentSchema>;
export type IndexValueBody = z.input<typeof indexValueDocumentSchema>;
type History<K extends EntryKind> = Awaited<ReturnType<typeof listHistory<K>>>;

/** As an analyst of the organisation sees it. */
function factsOf(entry: Entry<EntryKind>, organisationId: string) {
  const { region, organisationName, isSimulated, revision, changedAt, withdrawalReason } = entry;
  const isOwn = entry.organisationId === organisationId;
  return {
    ...{ region, organisationName, isSimulated, revision, withdrawalReason, isOwn },
    changedAt: changedAt.toISOString(),
  };
}

export function describeActivity(entry: Entry<'activity'>, organisationId: string): ActivityRowBody {
  return { ...factsOf(entry, organisationId), activityId: entry.entryId, activity: entry.content };
}

export function describeIndexValue(entry: Entry<'index-value'>, organisationId: string): IndexValueRowBody {
  return { ...factsOf(entry, organisationId), indexValueId: entry.entryId, indexValue: entry.content };
}

export function describeActivityHistory(history: History<'activity'>): ActivityBody['history'] {
  return history.map(({ content, changedAt, ...row }) => ({
    ...row,
    activity: content,
    changedAt: changedAt.toISOString(),
  }));
}

export function describeIndexHistory(history: History<'index-value'>): IndexValueBody['history'] {
  return history.map(({ content, changedAt, ...row }) => ({
    ...row,
    indexValue: content,
    changedAt: changedAt.toISOString(),
  }));
}
