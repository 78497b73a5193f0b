const dayMs = 24 * 60 * 60 * 1000;

/** The last day of a period that goes on to before a day. */
export function lastDayOf({ until }: { readonly until: string }): string {
  return new Date(Date.parse(`${until}T12:00:00Z`) - dayMs).toISOString().slice(0, 10);
}
