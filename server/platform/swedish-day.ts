const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The day it is where the readers are, as `2026-11-26`. */
export function swedishDay(moment: Date): string {
  return day.format(moment);
}
