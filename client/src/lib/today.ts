/** As the calendar of the reader has it: `2026-11-26`. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date());
