import { swedishDay } from './format.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

/** The time of day in Sweden, as `14:30`. */
export const swedishTime = (moment: Date): string => clock.format(moment);

/** Ahead of universal time: in summer, and in winter. */
const offsets = ['+02:00', '+01:00'] as const;

/**
 * The moment when it is that day and time in Sweden; undefined when the two are none. Of the hour that comes twice in
 * the autumn it is the first. What the spring leaps over is an hour later, as on a clock that was not set.
 */
export function swedishMoment(day: string, typed: string): Date | undefined {
  // Some browsers give seconds too.
  const time = typed.slice(0, 'hh:mm'.length);
  const moments = offsets.map((offset) => new Date(`${day}T${time}${offset}`));
  const isThere = (moment: Date) => swedishDay(moment) === day && swedishTime(moment) === time;
  if (moments.some((moment) => Number.isNaN(moment.getTime()))) return undefined;
  return moments.find(isThere) ?? moments.at(-1);
}
