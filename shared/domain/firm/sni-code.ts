import * as z from 'zod/mini';

/** A division (`25`), group (`16.1`) or class (`16.23`) of SNI 2007, the Swedish form of NACE Rev. 2 (SCB). */
export const sniCodeSchema = z.string().check(z.regex(/^[0-9]{2}(\.[0-9]{1,2})?$/));
