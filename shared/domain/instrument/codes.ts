import * as z from 'zod/mini';

/** Permanent code of an item: the dimension or block, a dot, and its own part (`D1.1`, `PM4.5`, `IB.sales`). */
export const itemCodeSchema = z.string().check(z.regex(/^[A-Z]{1,3}[0-9]{0,2}\.[a-z0-9-]{1,40}$/));
export type ItemCode = z.infer<typeof itemCodeSchema>;

/** Permanent code of a dimension (`D1`, `PM4`, `X2`). */
export const dimensionCodeSchema = z.string().check(z.regex(/^[A-Z]{1,3}[0-9]{1,2}$/));
export type DimensionCode = z.infer<typeof dimensionCodeSchema>;

/** A section of a form: a dimension or a block of context questions (`IB`). */
export const sectionCodeSchema = z.string().check(z.regex(/^[A-Z]{1,3}[0-9]{0,2}$/));

/**
 * A form, or several answered as one and joined by `+` (`snabbkoll+digital`): what a firm that deepens its
 * quick check goes on with.
 */
export const formCodeSchema = z.string().check(z.regex(/^[a-z0-9-]+(\+[a-z0-9-]+)*$/), z.maxLength(120));

/** Codes of choices, forms, bands and the like: lower-case words with hyphens. */
export const wordCodeSchema = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60));
export type WordCode = z.infer<typeof wordCodeSchema>;

/** Key of a text in `Definition.texts` (`D1.1.question`, `scale.band.low`). */
export const textKeySchema = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,120}$/));
