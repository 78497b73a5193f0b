/** A firm is reminded of what it agreed to do from this many days before. */
export const dueSoonDays = 7;
