import * as z from 'zod/mini';

/** The year that something holds for, or the years from and to: `2019`, `2007–2017`. */
export const yearSchema = z.string().check(z.regex(/^[12][0-9]{3}(–[12][0-9]{3})?$/));
