import * as z from 'zod/mini';

export const largestFileBytes = 2_000_000;

/** A spreadsheet that is sent to be read. */
export const tableFileSchema = z.strictObject({
  kind: z.enum(['xlsx', 'csv']),
  base64: z.base64().check(z.minLength(1), z.maxLength(Math.ceil(largestFileBytes / 3) * 4)),
});
export type TableFile = z.infer<typeof tableFileSchema>;

/** Of a request with one such file in it. */
export const tableFileBodyLimit = 2_700_000;

/** What whoever says which column is which sees of it. */
export const tableShape = {
  headings: z.array(z.string()),
  /** The first few rows below the headings. */
  sample: z.array(z.array(z.string())),
  rowCount: z.int(),
};
