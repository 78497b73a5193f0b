import SQL, { type SqlStatement } from '@nearform/sql';

/** Of the row of an invitation: that it can still be taken up. */
export const isLiveAt = (now: Date): SqlStatement =>
  SQL`accepted_at is null and declined_at is null and revoked_at is null and expires_at > ${now}`;
