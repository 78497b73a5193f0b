import * as z from 'zod/mini';
import { wordCodeSchema } from '#shared/domain/instrument/codes.ts';
import { languageSchema } from '#shared/domain/language.ts';

/** What a device that is handed over asks, and in which language it begins. */
export const kioskSchema = z.object({ formCode: wordCodeSchema, language: languageSchema });
export type Kiosk = z.infer<typeof kioskSchema>;

/** As the address names it; undefined where that is nothing. */
export const kioskIn = (search: URLSearchParams): Kiosk | undefined =>
  kioskSchema.safeParse({ formCode: search.get('form'), language: search.get('in') }).data;
