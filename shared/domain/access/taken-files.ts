/** Files of a result that somebody outside the firm can take, as the database has them. */
export const takenFiles = [
  'report-pdf',
  'report-xlsx',
  'report-csv',
  'report-json',
  'report-ics',
  'answer-sheet',
] as const;
export type TakenFile = (typeof takenFiles)[number];

/** What the firm is told was taken: those, and a file of a whole list that the firm stands in. */
export const copyKinds = [...takenFiles, 'list'] as const;
