import type { Language } from '#shared/domain/language.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import type { CalendarEvent } from '../../platform/calendar/write-calendar.ts';
import type { MeetingRow } from './repository.ts';

const minuteMs = 60_000;

const words: Record<Language, { firm: string; meeting: (name: string) => string; agreed: (name: string) => string }> = {
  sv: {
    firm: 'Företaget',
    meeting: (name) => `Möte med ${name}`,
    agreed: (name) => `Överenskommet på mötet med ${name}.`,
  },
  en: {
    firm: 'The firm',
    meeting: (name) => `Meeting with ${name}`,
    agreed: (name) => `Agreed at the meeting with ${name}.`,
  },
};

/** Who a step is for, by name. */
export function stepOwnerName(meeting: MeetingRow, owner: 'firm' | 'provider', firmName: string, language: Language) {
  if (owner === 'provider') return meeting.organisation[language];
  return firmName === '' ? words[language].firm : firmName;
}

function eventOfMeeting(meeting: MeetingRow, language: Language): CalendarEvent {
  const { meetingId, createdAt, startsAt, minutes, revision, purpose, place, link } = meeting;
  return {
    id: meetingId,
    stamp: createdAt,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * minuteMs),
    sequence: revision - 1,
    summary: words[language].meeting(meeting.organisation[language]),
    description: purpose,
    location: [place, link].filter((part) => part !== '').join(', ') || undefined,
  };
}

/** A planned meeting is put into a calendar itself; one that was held gives the days of what was agreed. */
export function eventsOf(meeting: MeetingRow, firmName: string, language: Language): CalendarEvent[] {
  if (meeting.status === 'planned') return [eventOfMeeting(meeting, language)];
  return meeting.steps
    .filter((step) => isAgreed(step) && step.dropped === null)
    .flatMap(({ key, what, owner, dueOn }) =>
      dueOn === null
        ? []
        : [
            {
              id: `${meeting.meetingId}-${key}`,
              stamp: meeting.createdAt,
              start: new Date(dueOn),
              summary: `${stepOwnerName(meeting, owner, firmName, language)}: ${what}`,
              description: words[language].agreed(meeting.organisation[language]),
            },
          ],
    );
}
