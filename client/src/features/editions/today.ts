const dayThere = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The ISO date in Sweden, by which the server goes as well. */
export function today(): string {
  return dayThere.format(new Date());
}
