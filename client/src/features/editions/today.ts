const dayThere = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The ISO date in Sweden at that moment, by which the server goes as well. */
export function swedishDay(moment: Date): string {
  return dayThere.format(moment);
}

export function today(): string {
  return swedishDay(new Date());
}
