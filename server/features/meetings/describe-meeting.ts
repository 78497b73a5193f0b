import type * as z from 'zod/mini';
import type { meetingSchema } from '#shared/contracts/meetings.ts';
import type { MeetingRow } from './repository.ts';

export type MeetingBody = z.input<typeof meetingSchema>;

export function describeMeeting(row: MeetingRow): MeetingBody {
  const { firmId: _, organisationId: __, createdAt: ___, ...meeting } = row;
  return {
    ...meeting,
    startsAt: row.startsAt.toISOString(),
    summarySentAt: row.summarySentAt?.toISOString() ?? null,
  };
}
