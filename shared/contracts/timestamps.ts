import * as z from 'zod/mini';

/** A moment in UTC, as ISO 8601 text on the wire. */
export const timestampSchema = z.iso.datetime();
