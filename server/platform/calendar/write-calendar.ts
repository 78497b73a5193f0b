import ical, { ICalCalendarMethod } from 'ical-generator';

export type CalendarEvent = {
  /** The same thing always has the same, so that it is changed and not added. */
  readonly id: string;
  readonly stamp: Date;
  readonly start: Date;
  /** Undefined for something that lasts the whole day. */
  readonly end?: Date | undefined;
  /** Counts the changes of the thing. */
  readonly sequence?: number | undefined;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
};

const present = <T>(key: string, value: T | undefined): Record<string, T> =>
  value === undefined ? {} : { [key]: value };

/** A calendar file that adds to whatever calendar it is opened in. */
export function writeCalendar(events: readonly CalendarEvent[]): string {
  const calendar = ical({ prodId: '//Mattstock//Mattstock//SV', method: ICalCalendarMethod.PUBLISH });
  for (const { id, stamp, start, end, sequence, summary, description, location, url } of events) {
    calendar.createEvent({
      id: `${id}@mattstock`,
      stamp,
      start,
      summary,
      ...(end === undefined ? { allDay: true } : { end }),
      ...present('sequence', sequence),
      ...present('description', description),
      ...present('location', location),
      ...present('url', url),
    });
  }
  return calendar.toString();
}
