import SQL, { type SqlStatement } from '@nearform/sql';

/** Of the row `e` of an edition: as lacksFirms of shared/domain/edition says it. */
export const lacksFirms = (today: string): SqlStatement =>
  SQL`e.status in ('planned', 'open', 'confirmed') and e.placed_count < e.minimum_group and e.apply_by >= ${today}`;
